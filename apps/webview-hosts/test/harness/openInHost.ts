import { agreeInPage } from '@huoti/demo-browser/testing';
import type { Host } from './startHost.js';

/** How a try stands, as the page writes it on itself. */
export interface Board {
  readonly huotiBridge?: string;
  readonly huotiState?: string;
  readonly huotiOutcome?: string;
  readonly huotiTold?: string;
}

/** A page in a host. */
export interface HostedPage {
  board(): Promise<Board>;
  /** Presses start and agrees to what is asked, as a person does. */
  start(): Promise<void>;
  waitForState(state: string, timeoutMs?: number): Promise<void>;
  /** How the try ended, as the page says, once the app has confirmed it where there is an app. */
  outcome(timeoutMs?: number): Promise<string>;
}

/** What a person presses on the pages that start leads to; goes on by itself in the host. */
export const AGREE = `void (${agreeInPage.toString()})()`;

/** Longest a try may take, loading on a busy machine included, in ms. */
const TRY_MS = 60_000;
const LOOK_EVERY_MS = 100;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Loads an address in a host and waits until the bridge is open. */
export async function openInHost(host: Host, address: string): Promise<HostedPage> {
  const since = host.events.length;
  await host.command('load', { url: address });
  await host.waitFor(({ event }) => event === 'session-began', 'the handshake', { since });
  return hostedPage(host);
}

/** The page that a host shows by now. */
export function hostedPage(host: Host): HostedPage {
  const board = (): Promise<Board> => host.evaluate<Board>('({ ...document.documentElement.dataset })');
  const until = async (holds: (board: Board) => boolean, what: string, timeoutMs: number): Promise<Board> => {
    const untilMs = Date.now() + timeoutMs;
    for (;;) {
      const now = await board();
      if (holds(now)) return now;
      if (Date.now() > untilMs)
        throw new TypeError(
          `${what}: not within ${timeoutMs / 1000} s; ${JSON.stringify(now)} ${JSON.stringify(host.events.slice(-8))}`,
        );
      await pause(LOOK_EVERY_MS);
    }
  };
  return {
    board,
    async start() {
      await host.evaluate("void document.querySelector('huoti-liveness').start()");
      await host.evaluate(AGREE);
    },
    async waitForState(state, timeoutMs = TRY_MS) {
      await until(
        ({ huotiState, huotiOutcome }) => huotiState === state || huotiOutcome !== undefined,
        `state ${state}`,
        timeoutMs,
      );
    },
    async outcome(timeoutMs = TRY_MS) {
      const { huotiOutcome } = await until(
        ({ huotiOutcome: one, huotiTold, huotiBridge }) =>
          one !== undefined && (huotiTold !== undefined || huotiBridge === 'none'),
        'the outcome',
        timeoutMs,
      );
      return huotiOutcome ?? '';
    },
  };
}

/** What the page told the app at the end, each time it did. */
export const resultsOf = (host: Host): readonly unknown[] =>
  host.events
    .filter(({ event, name }) => event === 'request' && name === 'result')
    .map(({ payload }) => payload);
