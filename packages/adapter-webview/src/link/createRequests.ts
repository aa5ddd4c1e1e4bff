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
  /** Who answers, for the messages of errors. @default 'app' */
  readonly other?: 'app' | 'page';
  reserveId(): number;
  send(draft: BridgeDraft, id?: number): void;
}

interface Waiting {
  readonly name: BridgeRequestName;
  resolve(payload: unknown): void;
  reject(error: unknown): void;
}

/** A table of requests: each is answered, cancelled or out of time, and leaves no timer and no listener behind. */
export function createRequests({ clock, other = 'app', reserveId, send }: RequestsOptions): Requests {
  const waiting = new Map<number, Waiting>();
  let broken: HuotiError | null = null;

  const timeout = (name: BridgeRequestName): HuotiError =>
    new HuotiError(
      'BRIDGE_TIMEOUT',
      `the ${other} did not answer ${name} within ${BRIDGE_MESSAGES[name].timeoutMs / 1000} s: try again, or update the app`,
      { retryable: true },
    );

  const wait = (
    name: BridgeRequestName,
    payload: unknown,
    signal: AbortSignalLike | undefined,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = reserveId();
      const timer = createAbortSource();
      const settled = (): void => {
        waiting.delete(id);
        timer.abort();
        signal?.removeEventListener('abort', onAbort);
      };
      const fail = (error: unknown): void => {
        settled();
        reject(error);
      };
      const giveUp = (error: HuotiError): void => {
        settled();
        try {
          // Whoever works at it stops; an answer that is under way finds nobody.
          send({ kind: 'cancel', name, replyTo: id });
        } catch {
          // The bridge is gone, and so is whoever worked at it.
        }
        reject(error);
      };
      const onAbort = (): void => giveUp(abortedError(signal));
      // Before it is sent: a host may answer within the call.
      waiting.set(id, {
        name,
        resolve(value) {
          settled();
          resolve(value);
        },
        reject: fail,
      });
      signal?.addEventListener('abort', onAbort);
      clock.sleep(BRIDGE_MESSAGES[name].timeoutMs, { signal: timer.signal }).then(
        () => giveUp(timeout(name)),
        (error: unknown) => {
          if (!isHuotiError(error, 'ABORTED')) fail(error);
        },
      );
      try {
        send({ kind: 'request', name, payload } as BridgeDraft, id);
      } catch (error) {
        fail(error);
      }
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
          new HuotiError(codeOfBridgeError(error.code), `the ${other} answered ${reply.name} with: ${why}`, {
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
