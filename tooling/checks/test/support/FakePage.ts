import { readBridgeMessage, type BridgeMessage } from '@huoti/protocol/bridge';
import type { RunningHost } from './RunningHost.js';

export const NONCE = 'abcdef0123456789abcdef0123456789';

/** A reply as the tests look at it. */
export interface HeardReply {
  readonly name: string;
  readonly replyTo: number;
  readonly payload?: Record<string, unknown>;
  readonly error?: { readonly code: string; readonly retryable: boolean; readonly message?: string };
}

/** One load of a page: says what pages say, and reads what it hears by the protocol's own reader. */
export class FakePage {
  lastId = 0;

  constructor(
    readonly host: RunningHost,
    readonly session: string,
  ) {}

  /** Says one message; fields can be put in its place. Returns its id. */
  say(kind: string, name: string, fields: Readonly<Record<string, unknown>> = {}): number {
    this.lastId += 1;
    const head = { protocol: 'huoti-bridge', version: '1.0', session: this.session, id: this.lastId };
    this.host.receive(JSON.stringify({ ...head, timeMs: this.lastId, kind, name, ...fields }));
    return this.lastId;
  }

  hello(versions: readonly string[] = ['1.0']): number {
    const engine = { wasm: true, simd: true, threads: false, webgl2: true, camera: true };
    const limits = { controlBytes: 262_144, frameBytes: 2_097_152 };
    return this.say('request', 'hello', {
      payload: { versions, sdk: '1.0.0', engine, nonce: NONCE, limits },
    });
  }

  /** Asks, waits until the host has had its turn, and returns what it answered. */
  async ask(name: string, payload?: unknown): Promise<HeardReply | undefined> {
    const id = this.say('request', name, payload === undefined ? {} : { payload });
    await settle();
    return this.replyTo(id);
  }

  replyTo(id: number): HeardReply | undefined {
    return this.heard('reply').find((message) => (message as { replyTo?: number }).replyTo === id) as
      | HeardReply
      | undefined;
  }

  /** What the host sent to this load of the page. A message that the protocol refuses is thrown. */
  heard(kind: string): BridgeMessage[] {
    return this.host.sent.flatMap((text) => {
      const reading = readBridgeMessage(text, { from: 'host' });
      if (!reading.ok) {
        // The name of what is not known is carried back as it came.
        if (reading.code === 'unsupported_capability') return [JSON.parse(text) as BridgeMessage];
        throw new TypeError(`the host said what no host may say: ${text}`);
      }
      return reading.message.session === this.session && reading.message.kind === kind
        ? [reading.message]
        : [];
    });
  }
}

/** All that the host has under way is done. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
