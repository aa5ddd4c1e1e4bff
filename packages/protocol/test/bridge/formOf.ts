import { KindGuard, type TSchema } from '@sinclair/typebox';

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const range = (least: number | undefined, most: number | undefined): string =>
  least === most ? thousands(most ?? 0) : `${thousands(least ?? 0)} to ${thousands(most ?? 0)}`;
const quoted = (value: unknown): string => (typeof value === 'string' ? `\`${value}\`` : String(value));

/**
 * What a value of a schema looks like, in words for a table: `whole number, 1 to 8`.
 *
 * @throws TypeError for a kind of schema that the bridge has not used so far
 */
export function formOf(schema: TSchema): string {
  if (KindGuard.IsLiteral(schema)) return quoted(schema.const);
  if (KindGuard.IsBoolean(schema)) return 'true or false';
  if (KindGuard.IsNull(schema)) return 'null';
  if (KindGuard.IsUnknown(schema)) return 'as the name says';
  if (KindGuard.IsObject(schema)) return 'object';
  if (KindGuard.IsString(schema)) return formOfText(schema);
  if (KindGuard.IsInteger(schema) || KindGuard.IsNumber(schema)) {
    const kind = KindGuard.IsInteger(schema) ? 'whole number' : 'number';
    const { minimum, maximum } = schema;
    return minimum === undefined && maximum === undefined ? kind : `${kind}, ${range(minimum, maximum)}`;
  }
  if (KindGuard.IsArray(schema))
    return `list of ${range(schema.minItems, schema.maxItems)}: ${formOf(schema.items)}`;
  if (KindGuard.IsRecord(schema)) {
    const [[pattern, value] = ['', null]] = Object.entries(schema.patternProperties);
    if (value === null) throw new TypeError('a map without a pattern');
    const most = thousands((schema as { maxProperties?: number }).maxProperties ?? 0);
    return `map of ${most} at most: name \`${pattern}\`, value ${formOf(value)}`;
  }
  if (KindGuard.IsUnion(schema)) {
    const forms = schema.anyOf.map(formOf);
    if (forms.some((form) => form.includes(','))) return forms.join('; or ');
    return joined(forms.flatMap((form) => form.split(' or ')));
  }
  throw new TypeError(`a kind of schema without words: ${JSON.stringify(schema)}`);
}

const joined = (forms: readonly string[]): string =>
  forms.length < 2 ? forms.join('') : `${forms.slice(0, -1).join(', ')} or ${forms[forms.length - 1] ?? ''}`;

function formOfText({
  pattern,
  minLength,
  maxLength,
}: {
  pattern?: string;
  minLength?: number;
  maxLength?: number;
}): string {
  const length = maxLength === undefined ? '' : `${range(minLength, maxLength)} characters`;
  const form = pattern === undefined ? '' : `\`${pattern}\``;
  return ['text', length, form].filter((part) => part !== '').join(', ');
}
