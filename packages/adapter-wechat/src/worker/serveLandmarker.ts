import {
  createAbortSource,
  type AbortSignalLike,
  type FaceLandmarker,
  type FaceObservation,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { PackageAssets } from '../engine/PackageAssets.js';
import { packError, unpackError } from './errorParcel.js';
import type { FrameParcel, FromWorker, ObservationParcel, ToWorker, WorkerSetUp } from './messages.js';
import { noEngineFacts } from './noEngineFacts.js';

/** What {@link serveLandmarker} takes. */
export interface ServeLandmarkerOptions {
  send(message: FromWorker): void;
  createLandmarker(setUp: WorkerSetUp, assets: PackageAssets): FaceLandmarker;
}

interface Asked {
  resolve(bytes: ArrayBuffer): void;
  reject(error: HuotiError): void;
}

/**
 * The worker's half: runs the requests on a landmarker and sends the answers, errors with their code, message and whether trying
 * again can help. Files of the package are asked for.
 *
 * @returns what takes a message
 */
export function serveLandmarker({
  send,
  createLandmarker,
}: ServeLandmarkerOptions): (message: ToWorker) => void {
  const aborts = new Map<number, () => void>();
  const asked = new Map<number, Asked>();
  let lastAsk = 0;
  let landmarker: FaceLandmarker | null = null;

  const assetsOf = ({ paths }: WorkerSetUp): PackageAssets => ({
    pathOf: (file) => paths[file] ?? null,
    load: (file) =>
      new Promise((resolve, reject) => {
        lastAsk += 1;
        asked.set(lastAsk, { resolve, reject });
        send({ type: 'need', id: lastAsk, file });
      }),
  });
  const taken = (id: number): Asked | undefined => {
    const one = asked.get(id);
    asked.delete(id);
    return one;
  };
  const facts = (): typeof noEngineFacts => landmarker?.engineFacts() ?? noEngineFacts;
  const answer = async (
    id: number,
    work: (signal: AbortSignalLike) => Promise<readonly FaceObservation[]>,
  ): Promise<void> => {
    const { signal, abort } = createAbortSource();
    aborts.set(id, abort);
    try {
      const observations = (await work(signal)).map(parcelOf);
      send({ type: 'done', id, facts: facts(), observations });
    } catch (error) {
      send({ type: 'failed', id, facts: facts(), error: packError(error) });
    } finally {
      aborts.delete(id);
    }
  };
  const detect = (
    { buffer, ...rest }: FrameParcel,
    signal: AbortSignalLike,
  ): Promise<readonly FaceObservation[]> => {
    if (!landmarker) throw new HuotiError('INVALID_ARGUMENT', 'detect() before load(): await load() first');
    const data = new Uint8ClampedArray(buffer);
    return landmarker.detect({ ...rest, data, close: () => undefined }, { signal });
  };

  return (message) => {
    switch (message.type) {
      case 'hello':
        send({ type: 'ready' });
        return;
      case 'load':
        void answer(message.id, async (signal) => {
          landmarker ??= createLandmarker(message.setUp, assetsOf(message.setUp));
          await landmarker.load({
            signal,
            onProgress: (fraction) => send({ type: 'progress', fraction }),
          });
          return [];
        });
        return;
      case 'file':
        taken(message.id)?.resolve(message.bytes);
        return;
      case 'no-file':
        taken(message.id)?.reject(unpackError(message.error));
        return;
      case 'detect':
        void answer(message.id, (signal) => detect(message.frame, signal));
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

const parcelOf = ({ landmarks, ...rest }: FaceObservation): ObservationParcel => ({
  ...rest,
  landmarks: landmarks.slice().buffer,
});
