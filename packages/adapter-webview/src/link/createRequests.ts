import { abortedError, createAbortSource, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import {
  BRIDGE_MESSAGES,
  codeOfBridgeError,
  type BridgePayload,
  type BridgeReply,
  type BridgeReplyMessage,
  type BridgeRequestName,
} from '@huoti/protocol/bridge';
import type { BridgeDraft } from './createBridgePort.js';

/** Requests that wait for their replies. */
export interface Requests {
  ask<N extends BridgeRequestName>(
    name: N,
    payload: BridgePayload<N>,
    options?: { signal?: AbortSignalLike | undefined },
  ): Promise<BridgeReply<N>>;
  /** A reply came. `false`: nobody waits for it (any more), or it answers another name. */
  settle(reply: BridgeReplyMessage): boolean;
  /** All that wait fail with this; later ones too. */
  failAll(error: HuotiError): void;
}

/** What {@link createRequests} takes. */
export interface RequestsOptions {
  readonly clock: Pick<Clock, 'sleep'>;
  send(draft: BridgeDraft): number;
}

interface Waiting {
  readonly name: BridgeRequestName;
  resolve(payload: unknown): void;
  reject(error: HuotiError): void;
}

/** A table of requests: each is answered, cancelled or out of time, and leaves no timer and no listener behind. */
export function createRequests({ clock, send }: RequestsOptions): Requests {
  const waiting = new Map<number, Waiting>();
  let broken: HuotiError | null = null;

  const wait = (
    name: BridgeRequestName,
    payload: unknown,
    signal: AbortSignalLike | undefined,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      let id = 0;
      const timer = createAbortSource();
      const settled = (): void => {
        waiting.delete(id);
        timer.abort();
        signal?.removeEventListener('abort', onAbort);
      };
      const giveUp = (error: HuotiError): void => {
        settled();
        try {
          // The host stops working at it; an answer that is under way finds nobody.
          send({ kind: 'cancel', name, replyTo: id });
        } catch {
          // The bridge is gone, and so is whoever worked at it.
        }
        reject(error);
      };
      const onAbort = (): void => giveUp(abortedError(signal));
      try {
        id = send({ kind: 'request', name, payload } as BridgeDraft);
      } catch (error) {
        reject(error);
        return;
      }
      waiting.set(id, {
        name,
        resolve(value) {
          settled();
          resolve(value);
        },
        reject(error) {
          settled();
          reject(error);
        },
      });
      signal?.addEventListener('abort', onAbort);
      const { timeoutMs } = BRIDGE_MESSAGES[name];
      clock.sleep(timeoutMs, { signal: timer.signal }).then(
        () =>
          giveUp(
            new HuotiError(
              'BRIDGE_TIMEOUT',
              `the app did not answer ${name} within ${timeoutMs / 1000} s: try again, or update the app`,
              { retryable: true },
            ),
          ),
        (error: unknown) => {
          if (!isHuotiError(error, 'ABORTED')) reject(error);
        },
      );
    });

  return {
    async ask(name, payload, { signal } = {}) {
      if (signal?.aborted) throw abortedError(signal);
      if (broken) throw broken;
      return (await wait(name, payload, signal)) as BridgeReply<typeof name>;
    },
    settle(reply) {
      const found = waiting.get(reply.replyTo);
      if (!found || found.name !== reply.name) return false;
      const { error } = reply;
      if (error === undefined) found.resolve(reply.payload);
      else {
        const why = error.message ?? error.code;
        found.reject(
          new HuotiError(codeOfBridgeError(error.code), `the app answered ${reply.name} with: ${why}`, {
            retryable: error.retryable,
            cause: error,
          }),
        );
      }
      return true;
    },
    failAll(error) {
      broken ??= error;
      for (const one of [...waiting.values()]) one.reject(error);
    },
  };
}
