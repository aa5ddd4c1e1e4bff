import type { FaceObservation } from '@huoti/core';
import { HuotiError, type EngineFacts } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { listen } from '../host/listen.js';
import type { FromWorker, ToWorker } from './messages.js';

/** The part of a `Worker` that is used. */
export type WorkerLike = Pick<Worker, 'addEventListener' | 'removeEventListener' | 'terminate'> & {
  postMessage(message: unknown, transfer: Transferable[]): void;
};

/** Longest wait for the worker's file to load and run, in ms: it is about as large as the models. */
const READY_TIMEOUT_MS = 20000;

/** One answer of the worker. */
export interface WorkerAnswer {
  readonly observations: readonly FaceObservation[];
}

/** What {@link createWorkerLink} takes. */
export interface WorkerLinkOptions {
  createWorker(): WorkerLike;
  environment: Pick<BrowserEnvironment, 'setTimer' | 'clearTimer'>;
  onProgress(fraction: number): void;
  onFacts(facts: EngineFacts): void;
  /** Pixels' memory that came back. */
  onBuffer(buffer: ArrayBuffer): void;
}

/** Requests and answers between the page and its worker. A worker that breaks or falls silent is ended at once. */
export interface WorkerLink {
  /** Why the worker is gone; `null` while it lives. */
  readonly lost: string | null;
  /** @throws HuotiError BACKEND_UNAVAILABLE (retryable) when the worker breaks; whatever the worker answers with */
  request(
    message: (id: number) => ToWorker,
    options: { timeoutMs: number; transfer?: Transferable[]; onId?: (id: number) => void },
  ): Promise<WorkerAnswer>;
  tell(message: ToWorker): void;
  /** Resolves when the worker's code runs. */
  readonly ready: Promise<void>;
  /** Ends the worker; what waits is rejected with the given error. Idempotent. */
  end(error: HuotiError): void;
}

interface Waiting {
  resolve(answer: WorkerAnswer): void;
  reject(error: HuotiError): void;
  readonly timer: number;
}

const READY_ID = 0;

/** Starts a worker and listens to it. */
export function createWorkerLink(options: WorkerLinkOptions): WorkerLink {
  const { environment, onProgress, onFacts, onBuffer } = options;
  const waiting = new Map<number, Waiting>();
  let lastId = READY_ID;
  let lost: string | null = null;
  let ended = false;

  const wait = (id: number, timeoutMs: number): Promise<WorkerAnswer> =>
    new Promise((resolve, reject) => {
      const timer = environment.setTimer(
        () => lose(`it gave no answer for ${timeoutMs / 1000} s`),
        timeoutMs,
      );
      waiting.set(id, { resolve, reject, timer });
    });
  const settled = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    if (one) environment.clearTimer(one.timer);
    waiting.delete(id);
    return one;
  };
  const end = (error: HuotiError): void => {
    if (ended) return;
    ended = true;
    for (const unlisten of unlisteners) unlisten();
    worker.terminate();
    for (const id of [...waiting.keys()]) settled(id)?.reject(error);
  };
  const lose = (why: string, cause?: unknown): void => {
    if (ended) return;
    lost = why;
    end(new HuotiError('BACKEND_UNAVAILABLE', `the worker stopped: ${why}`, { cause, retryable: true }));
  };
  const receive = (message: FromWorker): void => {
    if (message.type === 'progress') {
      onProgress(message.fraction);
      return;
    }
    if (message.type === 'ready') {
      settled(READY_ID)?.resolve({ observations: [] });
      return;
    }
    if (message.facts) onFacts(message.facts);
    if (message.buffer) onBuffer(message.buffer);
    const one = settled(message.id);
    if (message.type === 'done') one?.resolve({ observations: message.observations });
    else one?.reject(new HuotiError(message.code, message.message, { retryable: message.retryable }));
  };

  const worker = options.createWorker();
  const target = worker as WorkerLike & EventTarget;
  const unlisteners = [
    listen(target, 'message', (event) => receive((event as MessageEvent<FromWorker>).data)),
    listen(target, 'error', (event) => lose('its file did not load or its code failed', event)),
    listen(target, 'messageerror', (event) => lose('a message did not survive the way', event)),
  ];
  const ready = wait(READY_ID, READY_TIMEOUT_MS).then(() => undefined);
  ready.catch(() => undefined);

  return {
    get lost() {
      return lost;
    },
    ready,
    request(message, { timeoutMs, transfer = [], onId }) {
      if (ended)
        return Promise.reject(
          new HuotiError('BACKEND_UNAVAILABLE', `the worker stopped: ${lost ?? 'it was ended'}`, {
            retryable: true,
          }),
        );
      lastId += 1;
      onId?.(lastId);
      const answer = wait(lastId, timeoutMs);
      worker.postMessage(message(lastId), transfer);
      return answer;
    },
    tell(message) {
      if (!ended) worker.postMessage(message, []);
    },
    end,
  };
}
