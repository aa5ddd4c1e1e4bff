import { KindGuard, type TObject, type TSchema } from '@sinclair/typebox';
import { BRIDGE_CAPABILITIES } from '../../src/bridge/bridgeCapabilities.js';
import { BridgeEnvelopeSchema } from '../../src/bridge/BridgeEnvelope.js';
import {
  BRIDGE_ERROR_CODES,
  BridgeErrorSchema,
  CODE_OF_BRIDGE_ERROR,
} from '../../src/bridge/bridgeErrors.js';
import { splitBridgeFrame } from '../../src/bridge/bridgeFrameBytes.js';
import * as limits from '../../src/bridge/bridgeLimits.js';
import { BRIDGE_MESSAGES, type BridgeMessageName } from '../../src/bridge/bridgeMessages.js';
import { formOf } from './formOf.js';
import { goldenBridge } from './goldenBridge.js';
import { markdownTable } from './markdownTable.js';

/** `<!-- generated: what -->`, what was generated, `<!-- end -->`. */
const REGION = /<!-- generated: ([^\n]+) -->\n([\s\S]*?)<!-- end -->/g;
/** Longer texts in examples are shown by their beginning. */
const SHOWN_CHARACTERS = 48;

/**
 * The specification with everything between its `generated` comments made anew from the table of messages and the golden files.
 * The last column of a table, what a row means, is written by hand and is kept.
 *
 * @throws TypeError for a region of no known kind
 */
export const renderBridgeDocs = (text: string): string =>
  text.replace(REGION, (_whole, what: string, old: string) => {
    const [kind = '', argument = ''] = what.split(' ');
    return `<!-- generated: ${what} -->\n\n${render(kind, argument, meaningsOf(old))}\n\n<!-- end -->`;
  });

/** What the last column says of what stands in the first one. */
function meaningsOf(old: string): (key: string) => string {
  const meanings = new Map<string, string>();
  for (const line of old.split('\n').filter((one) => one.startsWith('| '))) {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    meanings.set(cells[1] ?? '', (cells[cells.length - 2] ?? '').replace(/\\\|/g, '|'));
  }
  return (key) => meanings.get(key) ?? '';
}

function render(kind: string, argument: string, meaning: (key: string) => string): string {
  switch (kind) {
    case 'messages':
      return messagesTable(meaning);
    case 'envelope':
      return fieldsTable(BridgeEnvelopeSchema, meaning);
    case 'error':
      return fieldsTable(BridgeErrorSchema, meaning);
    case 'payload':
      return fieldsTable(entryOf(argument).payload, meaning);
    case 'reply': {
      const entry = entryOf(argument);
      if (!('reply' in entry)) throw new TypeError(`${argument} has no reply`);
      return fieldsTable(entry.reply, meaning);
    }
    case 'example':
      return `\`\`\`json\n${shown(argument)}\n\`\`\``;
    case 'binary':
      return binaryExample(argument);
    case 'limits':
      return limitsTable(meaning);
    case 'capabilities':
      return markdownTable(
        ['capability', 'messages', 'what it offers'],
        BRIDGE_CAPABILITIES.map((name) => [code(name), messagesThatNeed(name), meaning(code(name))]),
      );
    case 'errors':
      return markdownTable(
        ['code', 'in the page', 'when'],
        BRIDGE_ERROR_CODES.map((name) => [code(name), code(CODE_OF_BRIDGE_ERROR[name]), meaning(code(name))]),
      );
    default:
      throw new TypeError(`nothing is generated for ${kind}`);
  }
}

const code = (text: string): string => `\`${text}\``;
const names = Object.keys(BRIDGE_MESSAGES) as BridgeMessageName[];

function entryOf(name: string): (typeof BRIDGE_MESSAGES)[BridgeMessageName] {
  const found = names.find((one) => one === name);
  if (found === undefined) throw new TypeError(`no message ${name}`);
  return BRIDGE_MESSAGES[found];
}

const messagesThatNeed = (capability: string): string =>
  names
    .filter((name) => BRIDGE_MESSAGES[name].needs === capability)
    .map(code)
    .join(', ') || 'none';

const messagesTable = (meaning: (key: string) => string): string =>
  markdownTable(
    ['name', 'from', 'kind', 'needs', 'time', 'what it says'],
    names.map((name) => {
      const entry = BRIDGE_MESSAGES[name];
      const time = 'timeoutMs' in entry ? `${entry.timeoutMs / 1000} s` : '';
      const needs = entry.needs === null ? '' : code(entry.needs);
      return [code(name), entry.from, entry.kind, needs, time, meaning(code(name))];
    }),
  );

function fieldsTable(schema: TObject, meaning: (key: string) => string): string {
  const rows: string[][] = [];
  const visit = (one: TObject, prefix: string): void => {
    for (const [key, inner] of Object.entries(one.properties)) {
      const field = code(prefix + key);
      const isNeeded = one.required?.includes(key) === true;
      const form = isErrorSchema(inner) ? 'an error' : formOf(inner);
      rows.push([field, isNeeded ? 'yes' : 'no', form, meaning(field)]);
      if (KindGuard.IsObject(inner) && !isErrorSchema(inner)) visit(inner, `${prefix}${key}.`);
    }
  };
  visit(schema, '');
  return rows.length === 0
    ? 'No fields: `{}`.'
    : markdownTable(['field', 'needed', 'form', 'what it says'], rows);
}

const isErrorSchema = (schema: TSchema): boolean =>
  KindGuard.IsObject(schema) &&
  Object.keys(schema.properties).join() === Object.keys(BridgeErrorSchema.properties).join();

/** A golden file over several lines; lists on one, as the formatter leaves them. */
const shown = (file: string): string =>
  JSON.stringify(
    JSON.parse(goldenBridge.text(file)),
    (_key, value: unknown) =>
      typeof value === 'string' && value.length > 100 ? `${value.slice(0, SHOWN_CHARACTERS)}...` : value,
    2,
  ).replace(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (_list, items: string) => `[${items.replace(/\n\s+/g, ' ')}]`);

function binaryExample(file: string): string {
  const bytes = goldenBridge.bytes(file);
  const { text, pixels } = splitBridgeFrame(bytes);
  const hex = (from: number, to: number): string =>
    Array.from(bytes.slice(from, to), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const from = 8 + text.length;
  return [
    '```text',
    `0      ${hex(0, 4)}    HBF1`,
    `4      ${hex(4, 8)}    ${text.length} bytes of message`,
    `8      ${text}`,
    `${String(from).padEnd(6)} ${hex(from, from + 4)} ...    ${pixels.length} bytes of pixels, to the end`,
    '```',
  ].join('\n');
}

const limitsTable = (meaning: (key: string) => string): string =>
  markdownTable(
    ['name', 'value', 'what it bounds'],
    Object.entries(limits).map(([name, value]) => [
      code(name),
      String(value).replace(/\B(?=(\d{3})+$)/g, ','),
      meaning(code(name)),
    ]),
  );
