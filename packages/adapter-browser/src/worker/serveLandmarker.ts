import type { AbortSignalLike, FaceLandmarker } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { FrameParcel, FromWorker, ToWorker, WorkerSetUp } from './messages.js';

/** What {@link serveLandmarker} takes. */
export interface ServeLandmarkerOptions {
  send(message: FromWorker, transfer: Transferable[]): void;
  createLandmarker(setUp: WorkerSetUp): FaceLandmarker;
}

/** An `AbortController` is not in every worker that has wasm, and its reason would not cross the boundary anyway. */
function createAbort(): { signal: AbortSignalLike; abort(): void } {
  const listeners = new Set<() => void>();
  let aborted = false;
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      addEventListener: (_type, listener) => listeners.add(listener),
      removeEventListener: (_type, listener) => listeners.delete(listener),
    },
    abort() {
      aborted = true;
      for (const listener of [...listeners]) listener();
    },
  };
}

/**
 * The worker's half: runs the page's requests on a landmarker and sends the answers, errors with their code, message
 * and whether trying again can help.
 *
 * @returns what takes a message from the page
 */
export function serveLandmarker({
  send,
  createLandmarker,
}: ServeLandmarkerOptions): (message: ToWorker) => void {
  const aborts = new Map<number, () => void>();
  let landmarker: FaceLandmarker | null = null;

  const answer = async (
    id: number,
    work: (signal: AbortSignalLike) => Promise<Extract<FromWorker, { type: 'done' }>['observations']>,
    buffer?: ArrayBuffer,
  ): Promise<void> => {
    const { signal, abort } = createAbort();
    aborts.set(id, abort);
    const returned = buffer ? { buffer } : {};
    const transfer = buffer ? [buffer] : [];
    try {
      const observations = await work(signal);
      const facts = landmarker?.engineFacts() ?? noFacts;
      send({ type: 'done', id, facts, observations, ...returned }, transfer);
    } catch (error) {
      const { code, message, retryable } = isHuotiError(error)
        ? error
        : new HuotiError('BACKEND_UNAVAILABLE', `the engine failed in its worker: ${String(error)}`);
      const facts = landmarker?.engineFacts() ?? null;
      send({ type: 'failed', id, facts, code, message, retryable, ...returned }, transfer);
    } finally {
      aborts.delete(id);
    }
  };

  const opened = (): FaceLandmarker => {
    if (landmarker) return landmarker;
    throw new HuotiError('INVALID_ARGUMENT', 'detect() before load(): await load() first');
  };

  const detect = (
    { buffer, ...rest }: FrameParcel,
    signal: AbortSignalLike,
  ): ReturnType<FaceLandmarker['detect']> =>
    opened().detect({ ...rest, data: new Uint8ClampedArray(buffer), close: () => undefined }, { signal });

  return (message) => {
    switch (message.type) {
      case 'load':
        void answer(message.id, async (signal) => {
          landmarker ??= createLandmarker(message.setUp);
          await landmarker.load({
            signal,
            onProgress: (fraction) => send({ type: 'progress', fraction }, []),
          });
          return [];
        });
        return;
      case 'detect':
        void answer(message.id, (signal) => detect(message.frame, signal), message.frame.buffer);
        return;
      case 'abort':
        aborts.get(message.id)?.();
        return;
      case 'reset':
        landmarker?.reset();
        return;
      case 'dispose':
        void answer(message.id, async () => {
          await landmarker?.dispose();
          return [];
        });
        return;
    }
  };
}

const noFacts = { backend: 'none', fallbacks: [], models: {}, medianFrameMs: null } as const;
