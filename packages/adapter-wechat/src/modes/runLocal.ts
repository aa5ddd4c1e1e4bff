import { abortedError, type AbortSignalLike } from '@huoti/core';
import { HuotiError, type LivenessResult, type SessionOutcome } from '@huoti/protocol';
import { withAbort } from '../host/withAbort.js';
import type { MiniProgramHostPieces } from '../MiniProgramHostPieces.js';
import type { LocalMode } from './MiniProgramModes.js';

/** What {@link runLocal} takes. */
export interface LocalRunOptions {
  readonly mode: LocalMode;
  readonly createHost: (options: {
    signal?: AbortSignalLike;
  }) => MiniProgramHostPieces | Promise<MiniProgramHostPieces>;
  readonly signal: AbortSignalLike | undefined;
}

/** Gives back what no session took over; never rejects. What a session gave back already says so by doing nothing. */
async function giveBack({ landmarker, light }: MiniProgramHostPieces): Promise<void> {
  const closing = [
    Promise.resolve().then(() => landmarker.dispose()),
    Promise.resolve().then(() => light?.close()),
  ];
  await Promise.all(closing.map((one) => one.catch(() => undefined)));
}

/**
 * The engine in the mini-program.
 *
 * @throws HuotiError HOST_FORBIDS for pieces that would let more than an outcome leave
 */
export async function runLocal({
  mode,
  createHost,
  signal,
}: LocalRunOptions): Promise<LivenessResult | SessionOutcome> {
  const options = signal === undefined ? {} : { signal };
  const making = Promise.resolve().then(() => createHost(options));
  let host: MiniProgramHostPieces;
  try {
    host = await withAbort(making, signal);
  } catch (error) {
    // Pieces that come after an abort are given back all the same.
    making.then(giveBack, () => undefined).catch(() => undefined);
    throw error;
  }
  try {
    const levels: readonly string[] = host.evidenceLevels;
    if (levels.length !== 1 || levels[0] !== 'none') {
      throw new HuotiError(
        'HOST_FORBIDS',
        'in the mode local nothing but an outcome may leave: use the pieces of createMiniProgramHost as they are',
      );
    }
    const session = await withAbort(Promise.resolve(mode.start(host)), signal);
    if (signal?.aborted) throw abortedError(signal);
    // The session hears the signal itself and is waited for: it gives camera and memory back before it settles.
    return await session.run(options);
  } finally {
    await giveBack(host);
  }
}
