import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from './findChromium.js';

/** A tab of a {@link PlainBrowser}. */
export interface PlainTab {
  /** Runs a function in the page and gives its value, which has to survive JSON. It stands alone. */
  evaluate<T>(work: () => T | Promise<T>): Promise<T>;
  /** Asks until the function is true. */
  waitFor(condition: () => boolean, timeoutMs: number): Promise<void>;
  bringToFront(): Promise<void>;
  /** As a system does with tabs that it wants to sleep. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

/**
 * Chromium without the test driver's hand on what is visible: the driver makes every tab believe it is in front. Here a tab
 * behind another one is hidden, as for a person.
 */
export interface PlainBrowser {
  /** @param scripts run in the page before its own; each stands alone */
  open(url: string, scripts?: readonly (() => void)[]): Promise<PlainTab>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const POLL_MS = 50;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @param args besides those that make it run alone and unseen */
export async function launchPlainBrowser(args: readonly string[]): Promise<PlainBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'huoti-profile-'));
  const own = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
  const quiet = ['--disable-background-networking', '--disable-component-update'];
  const child = spawn(
    findChromium(),
    [...own, ...quiet, ...args, '--remote-debugging-pipe', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  let unread = '';
  fromBrowser.setEncoding('utf8');
  fromBrowser.on('data', (text: string) => {
    const messages = (unread + text).split('\0');
    unread = messages.pop() ?? '';
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply;
      if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    }
  });

  const send = <T>(method: string, params: object = {}, sessionId?: string): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new TypeError(`${method}: ${error.message}`));
        else resolve(result as T);
      });
      const session = sessionId === undefined ? {} : { sessionId };
      toBrowser.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    });

  return {
    async open(url, scripts = []) {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
      const attach = { targetId, flatten: true };
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', attach);
      const call = <T>(method: string, params: object = {}): Promise<T> => send<T>(method, params, sessionId);
      const evaluate = async <T>(work: () => T | Promise<T>): Promise<T> => {
        interface Evaluated {
          readonly result: { readonly value: T };
          readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
        }
        const { result, exceptionDetails } = await call<Evaluated>('Runtime.evaluate', {
          expression: `(${work.toString()})()`,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails) {
          throw new TypeError(`in the page: ${exceptionDetails.exception?.description ?? 'it threw'}`);
        }
        return result.value;
      };
      await call('Page.enable');
      for (const script of scripts) {
        await call('Page.addScriptToEvaluateOnNewDocument', { source: `(${script.toString()})()` });
      }
      await call('Page.navigate', { url });
      return {
        evaluate,
        async waitFor(condition, timeoutMs) {
          const untilMs = Date.now() + timeoutMs;
          while (!(await evaluate(condition).catch(() => false))) {
            if (Date.now() > untilMs) {
              throw new TypeError(`not within ${timeoutMs / 1000} s: ${condition.toString()}`);
            }
            await pause(POLL_MS);
          }
        },
        bringToFront: () => call('Page.bringToFront'),
        freeze: () => call('Page.setWebLifecycleState', { state: 'frozen' }),
        thaw: () => call('Page.setWebLifecycleState', { state: 'active' }),
      };
    },
    async close() {
      await send('Browser.close').catch(() => undefined);
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
