import type { HostSource } from './hostSources.js';
import { stringLiterals, withoutComments } from './stringLiterals.js';

/** What the protocol knows, as `@huoti/protocol/bridge` exports it. */
export interface BridgeVocabulary {
  readonly messages: Readonly<
    Record<string, { readonly kind: string; readonly from: string; readonly needs: string | null }>
  >;
  readonly capabilities: readonly string[];
  readonly errorCodes: readonly string[];
}

/** What an envelope can be, besides what it is about. */
const KINDS = ['request', 'reply', 'event', 'cancel', 'frame'];
/** Events of the page that every host takes, whatever it offers. */
const ALWAYS_HEARD = ['ui.close', 'session.state'];
/** What every host tells its page, whatever it offers. */
const ALWAYS_SAID = ['app.pause', 'app.resume'];

const DOTTED = /^[a-z]+\.[a-z][A-Za-z]*$/;
const SNAKE = /^[a-z]+(_[a-z]+)+$/;
/** `case "a", "b":` and `case 'a':`, and Kotlin's `"a", "b" ->`. */
const LABELS = /\bcase\s+((?:["'][^"'\n]*["'](?:,\s*)?)+):|^\s*((?:"[^"\n]*"(?:,\s*)?)+) ->/gm;
const COMPARED_NAME = /\bname\s*={2,3}\s*["']([^"'\n]+)["']/g;
/** Where an error is made: of one word, a code looks like any other word. */
const CODE =
  /(?:HuotiError\(code: |HuotiException\(|_Refusal\(|interruptionOf\([^"'\n]*|refuse\(message, |settle\(message, |answered = )["']([a-z_]+)["']/g;
const OFFER = /What this host really does[\s\S]*?\n\n/;
const OFFERED = /["']([A-Za-z][\w.]*)["']|\b([a-z]\w*)(?=: 1)/g;

const isBridge = ({ path }: HostSource): boolean => /bridge\.(swift|kt|ets|ts|dart)$/i.test(path);

/** Names that a host's bridge tells apart. */
function labels(text: string): string[] {
  const found = [...text.matchAll(LABELS)].flatMap(([, cases, branches]) =>
    stringLiterals(cases ?? branches ?? '').map((literal) => literal.text),
  );
  return [...found, ...[...text.matchAll(COMPARED_NAME)].map(([, name = '']) => name)];
}

/** Capabilities that a host says it has. */
export function offeredCapabilities(sources: readonly HostSource[]): string[] {
  const offers = sources
    .filter((source) => !/legacy/i.test(source.path))
    .flatMap(({ text }) => OFFER.exec(text)?.[0] ?? []);
  return offers.flatMap((offer) =>
    [...withoutComments(offer).matchAll(OFFERED)].map(([, quoted, key]) => quoted ?? key ?? ''),
  );
}

/**
 * Where one host's sources and the protocol disagree: a name, a capability or a code that there is not, and a capability that
 * is offered without every message that it stands for.
 */
export function protocolFindings(
  sources: readonly HostSource[],
  { messages, capabilities, errorCodes }: BridgeVocabulary,
): string[] {
  const findings: string[] = [];
  const known = new Set([...Object.keys(messages), ...capabilities]);
  for (const { path, text } of sources) {
    for (const literal of stringLiterals(text)) {
      const where = `${path}:${literal.line}`;
      if (DOTTED.test(literal.text) && !known.has(literal.text))
        findings.push(`${where} ${literal.text} is no message and no capability`);
      if (SNAKE.test(literal.text) && !errorCodes.includes(literal.text))
        findings.push(`${where} ${literal.text} is no error code`);
    }
    for (const [, code = ''] of withoutComments(text).matchAll(CODE))
      if (!errorCodes.includes(code))
        findings.push(`${path} ${code} is no error code, and one is made of it`);
  }

  const bridge = sources.find((source) => isBridge(source) && !/legacy/i.test(source.path));
  if (bridge === undefined) return [...findings, 'there is no bridge'];
  const code = withoutComments(bridge.text);
  const told = new Set(labels(code));
  for (const label of told)
    if (!(label in messages) && !KINDS.includes(label))
      findings.push(`${bridge.path} ${label} is no message`);

  const offered = offeredCapabilities(sources);
  if (!offered.includes('camera.page')) findings.push(`${bridge.path} does not say what it offers`);
  for (const capability of offered)
    if (!capabilities.includes(capability)) findings.push(`${bridge.path} ${capability} is no capability`);

  const said = new Set(stringLiterals(bridge.text).map(({ text }) => text));
  for (const [name, { kind, from, needs }] of Object.entries(messages)) {
    const isDue = needs !== null && offered.includes(needs);
    const isOwed = needs === null && (kind === 'request' || ALWAYS_HEARD.includes(name));
    if (from === 'page' && (isDue || isOwed) && !told.has(name))
      findings.push(
        `${bridge.path} ${name} is not handled${needs === null ? '' : `, and ${needs} is offered`}`,
      );
    if (from === 'host' && (isDue || ALWAYS_SAID.includes(name)) && !said.has(name))
      findings.push(`${bridge.path} ${name} is never said`);
  }
  return findings;
}
