import { createAbortSource, type AbortSource, type Clock } from '@huoti/core';
import { HuotiError, type EngineFacts } from '@huoti/protocol';
import type { MiniProgramWorker } from '../platform/MiniProgramApi.js';
import { unpackError } from './errorParcel.js';
import type { FromWorker, ObservationParcel, ToWorker } from './messages.js';

/** Longest wait for the worker's script, 0.6 MB, to be read and run, in ms. */
const READY_TIMEOUT_MS = 10000;

/** What {@link createWorkerLink} takes. */
export interface WorkerLinkOptions {
  worker: MiniProgramWorker;
  clock: Clock;
  onProgress(fraction: number): void;
  onFacts(facts: EngineFacts): void;
  /** The worker asks for a file. */
  onNeed(file: string, id: number): void;
}

/** Requests and answers between the page's thread and its worker. A worker that is killed or falls silent is ended at once. */
export interface WorkerLink {
  /** Why the worker is gone; `null` while it lives. */
  readonly lost: string | null;
  /** Resolves when the worker's code runs. */
  readonly ready: Promise<void>;
  /** @throws HuotiError BACKEND_UNAVAILABLE (retryable) when the worker breaks; whatever the worker answers with */
  request(
    message: (id: number) => ToWorker,
    options: { timeoutMs: number; onId?: (id: number) => void },
  ): Promise<readonly ObservationParcel[]>;
  tell(message: ToWorker): void;
  /** Ends the worker; what waits is rejected with the given error. Idempotent. */
  end(error: HuotiError): void;
}

interface Waiting {
  resolve(observations: readonly ObservationParcel[]): void;
  reject(error: HuotiError): void;
  readonly patience: AbortSource;
}

const READY_ID = 0;

/** Listens to a worker, and speaks to it. */
export function createWorkerLink(options: WorkerLinkOptions): WorkerLink {
  const { worker, clock, onProgress, onFacts, onNeed } = options;
  const waiting = new Map<number, Waiting>();
  let lastId = READY_ID;
  let lost: string | null = null;
  let ended = false;

  const wait = (id: number, timeoutMs: number): Promise<readonly ObservationParcel[]> =>
    new Promise((resolve, reject) => {
      const patience = createAbortSource();
      waiting.set(id, { resolve, reject, patience });
      clock.sleep(timeoutMs, { signal: patience.signal }).then(
        () => lose(`it gave no answer for ${timeoutMs / 1000} s`),
        () => undefined,
      );
    });
  const settled = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    one?.patience.abort();
    return one;
  };
  const end = (error: HuotiError): void => {
    if (ended) return;
    ended = true;
    worker.terminate();
    for (const id of Array.from(waiting.keys())) settled(id)?.reject(error);
  };
  const lose = (why: string): void => {
    if (ended) return;
    lost = why;
    end(gone(why));
  };
  const receive = (message: FromWorker): void => {
    // A worker's last words may arrive after its end.
    if (ended) return;
    switch (message.type) {
      case 'ready':
        settled(READY_ID)?.resolve([]);
        return;
      case 'progress':
        onProgress(message.fraction);
        return;
      case 'need':
        onNeed(message.file, message.id);
        return;
      case 'done':
        onFacts(message.facts);
        settled(message.id)?.resolve(message.observations);
        return;
      case 'failed':
        onFacts(message.facts);
        settled(message.id)?.reject(unpackError(message.error));
        return;
    }
  };

  worker.onMessage((message) => receive(message as FromWorker));
  worker.onProcessKilled?.(() => lose('the platform ended it'));
  const ready = wait(READY_ID, READY_TIMEOUT_MS).then(() => undefined);
  ready.catch(() => undefined);
  worker.postMessage({ type: 'hello' } satisfies ToWorker);

  return {
    get lost() {
      return lost;
    },
    ready,
    request: (message, { timeoutMs, onId }) => {
      if (ended) return Promise.reject(gone(lost ?? 'it was ended'));
      lastId += 1;
      onId?.(lastId);
      const answer = wait(lastId, timeoutMs);
      worker.postMessage(message(lastId));
      return answer;
    },
    tell: (message) => {
      if (!ended) worker.postMessage(message);
    },
    end,
  };
}

const gone = (why: string): HuotiError =>
  new HuotiError('BACKEND_UNAVAILABLE', `the worker stopped (${why}): try again`, { retryable: true });
