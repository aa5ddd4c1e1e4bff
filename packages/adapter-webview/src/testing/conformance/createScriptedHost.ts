import type { BridgeHostTransport } from '../../host/BridgeHostTransport.js';

/** A message as it lies in its text, unchecked. */
export interface RawMessage {
  readonly [field: string]: unknown;
  readonly version: string;
  readonly session: string;
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly replyTo?: number;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly error?: Readonly<Record<string, unknown>>;
}

/** An app that says exactly what a test has it say, right or wrong. */
export interface ScriptedHost {
  /** Every text of the page, in its order. */
  readonly texts: readonly string[];
  readonly heard: readonly RawMessage[];
  /** The last message of a name and kind. */
  last(name: string, kind?: string): RawMessage;
  /** Sends a text as it is. */
  sayText(text: string): void;
  /** Sends a message with an envelope that is right, where `fields` do not make it wrong. */
  say(fields: Readonly<Record<string, unknown>>): void;
  reply(to: RawMessage, payload: object): void;
  refuse(to: RawMessage, code: string, retryable?: boolean): void;
  /** Answers the last hello. */
  welcome(over?: Readonly<Record<string, unknown>>): void;
}

const NONCE = 'a'.repeat(32);

/** Every capability there is, and limits small enough to be reached. */
export const SCRIPTED_WELCOME = {
  version: '1.0',
  app: { id: 'example.scripted' },
  platform: 'desktop',
  capabilities: {
    'camera.page': 1,
    'camera.host': 1,
    'frames.jpeg': 1,
    'frames.i420': 1,
    brightness: 1,
    keepAwake: 1,
    attestation: 1,
    log: 1,
  },
  limits: { controlBytes: 8192, frameBytes: 524_288 },
  nonce: NONCE,
  heardAtMs: 0,
} as const;

/** Makes a scripted host on an app's end. */
export function createScriptedHost(transport: BridgeHostTransport): ScriptedHost {
  const texts: string[] = [];
  const heard: RawMessage[] = [];
  let lastId = 0;
  transport.subscribe((text) => {
    if (typeof text !== 'string') return;
    texts.push(text);
    heard.push(JSON.parse(text) as RawMessage);
  });
  const last = (name: string, kind = 'request'): RawMessage => {
    const found = heard.filter((message) => message.name === name && message.kind === kind).pop();
    if (found) return found;
    throw new TypeError(`the page sent no ${kind} ${name}`);
  };
  const say = (fields: Readonly<Record<string, unknown>>): void => {
    lastId += 1;
    const session = heard[heard.length - 1]?.session ?? NONCE;
    const head = { protocol: 'huoti-bridge', version: '1.0', session, id: lastId, timeMs: 0 };
    transport.send(JSON.stringify({ ...head, ...fields }));
  };
  const reply = (to: RawMessage, payload: object): void =>
    say({ kind: 'reply', name: to.name, replyTo: to.id, payload });
  return {
    texts,
    heard,
    last,
    sayText: (text) => transport.send(text),
    say,
    reply,
    refuse: (to, code, retryable = false) =>
      say({ kind: 'reply', name: to.name, replyTo: to.id, error: { code, retryable } }),
    welcome(over = {}) {
      const hello = last('hello');
      reply(hello, { ...SCRIPTED_WELCOME, echo: hello.payload?.['nonce'], ...over });
    },
  };
}
