import type { AbortSignalLike } from '@huoti/core';
import { isHuotiError, type HuotiError } from '@huoti/protocol';
import type { SessionApi } from '../api/createSessionApi.js';

/** Parts on their way at a time: browsers give one server six connections, and the reveals need theirs. */
export const PARALLEL_UPLOADS = 3;

/** Rounds of asking what is there and sending the rest, after a network that was away for longer than the retries. */
export const MAX_UPLOAD_ROUNDS = 3;

/** One part of the evidence, as it is sent. */
export interface EvidencePart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What {@link createUploader} takes. */
export interface UploaderOptions {
  readonly api: Pick<SessionApi, 'putPart' | 'view'>;
  readonly signal: AbortSignalLike;
  /** Share of the bytes given so far that have arrived, in [0, 1]. */
  readonly onProgress: (fraction: number) => void;
}

/** Sends parts, three at a time, from the moment they are given. A part that was sent may be sent again. */
export interface Uploader {
  add(part: EvidencePart): void;
  /**
   * Resolves when every part given has arrived. What got lost is found by asking the server which parts it has.
   *
   * @throws HuotiError NETWORK_FAILED after {@link MAX_UPLOAD_ROUNDS}, or what the server refused with
   */
  finish(): Promise<void>;
  /** Zeroes every part; nothing may be added or awaited afterwards. */
  clear(): void;
  /** Sends again what the server does not have, whatever it said before. */
  repair(): Promise<void>;
}

export function createUploader({ api, signal, onProgress }: UploaderOptions): Uploader {
  const parts = new Map<string, EvidencePart>();
  const arrived = new Set<string>();
  const waiting: EvidencePart[] = [];
  let running = 0;
  let lost: HuotiError | null = null;
  let failure: { readonly error: unknown } | null = null;
  let onIdle = (): void => undefined;

  const report = (): void => {
    let all = 0;
    let sent = 0;
    for (const { name, bytes } of Array.from(parts.values())) {
      all += bytes.length;
      if (arrived.has(name)) sent += bytes.length;
    }
    onProgress(all === 0 ? 0 : sent / all);
  };

  function pump(): void {
    while (running < PARALLEL_UPLOADS && waiting.length > 0 && failure === null) {
      const part = waiting.shift()!;
      running++;
      void api
        .putPart(part.name, part.bytes, signal)
        .then(() => {
          arrived.add(part.name);
          report();
        })
        .catch((error: unknown) => {
          if (isHuotiError(error, 'NETWORK_FAILED') && !signal.aborted) lost = error;
          else failure ??= { error };
        })
        .then(() => {
          running--;
          pump();
          if (running === 0 && (waiting.length === 0 || failure !== null)) onIdle();
        });
    }
  }

  const idle = (): Promise<void> =>
    running === 0 && (waiting.length === 0 || failure !== null)
      ? Promise.resolve()
      : new Promise((resolve) => {
          onIdle = resolve;
        });

  /** Puts back into the queue what the server says it does not have. */
  async function requeueMissing(): Promise<void> {
    const { parts: there } = await api.view(signal);
    arrived.clear();
    for (const part of Array.from(parts.values())) {
      if (there.some(({ part: name, sha256 }) => name === part.name && sha256 === part.sha256)) {
        arrived.add(part.name);
      } else waiting.push(part);
    }
    report();
    pump();
  }

  async function finish(): Promise<void> {
    for (let round = 1; ; round++) {
      await idle();
      if (failure !== null) throw failure.error;
      if (lost === null) return;
      if (round > MAX_UPLOAD_ROUNDS) throw lost;
      lost = null;
      await requeueMissing();
    }
  }

  return {
    add(part) {
      parts.set(part.name, part);
      arrived.delete(part.name);
      waiting.push(part);
      pump();
    },
    finish,
    clear() {
      waiting.length = 0;
      for (const { bytes } of Array.from(parts.values())) bytes.fill(0);
      parts.clear();
    },
    async repair() {
      await requeueMissing();
      await finish();
    },
  };
}
