import { html } from 'ghtml';

/** HTML that is safe to send: only {@link markup} makes it, so a string from a row can't pass for it. */
export class Markup {
  private constructor(readonly html: string) {}

  /** Kept from callers by convention: {@link markup} alone joins parts that it escaped. */
  static join(literals: readonly string[], values: readonly string[]): Markup {
    return new Markup(literals.reduce((text, literal, index) => text + (values[index - 1] ?? '') + literal));
  }
}

/** What may stand in a {@link markup} template: text and numbers are escaped, markup is not, nothing is nothing. */
export type MarkupValue = string | number | Markup | readonly Markup[] | null | undefined | false;

// The escape of ghtml, always with an empty literal before it: its own sign for "do not escape" is a `!` at the end of the
// literal, which any sentence may end with.
const textOf = (value: MarkupValue): string => {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map((one) => one.html).join('');
  return html`${String(value)}`;
};

/**
 * HTML from a template; every value is escaped for text and for quoted attributes, but for what this same function made.
 *
 * @example markup`<td title="${subject}">${subject}</td>`
 */
export function markup(literals: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return Markup.join(literals, values.map(textOf));
}
