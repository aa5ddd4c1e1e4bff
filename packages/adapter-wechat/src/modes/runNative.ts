import type { AbortSignalLike, Clock } from '@huoti/core';
import { HuotiError, isHuotiError, type SessionOutcome } from '@huoti/protocol';
import { withAbort } from '../host/withAbort.js';
import { callPlatform } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { NativeMode } from './MiniProgramModes.js';

/** How long a person may stay in the platform's own pages, in ms; the platform's own id is dead after it. */
const VERIFY_LIMIT_MS = 600_000;

/** What {@link runNative} takes. */
export interface NativeRunOptions {
  readonly api: Pick<MiniProgramApi, 'checkIsSupportFacialRecognition' | 'requestFacialVerify'>;
  readonly profile: Pick<MiniProgramProfile, 'kind' | 'hasNativeVerification'>;
  readonly mode: NativeMode;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignalLike | undefined;
}

const unsupported = (cause?: unknown): HuotiError =>
  new HuotiError(
    'CAMERA_UNSUPPORTED',
    "this phone or this version of the app can't run the platform's own verification: update the app, or offer another way",
    { cause },
  );

/**
 * The platform's own verification: asked whether it is there, begun by the server, done by the platform, decided by the server.
 *
 * A person who closes the platform's page is ABORTED, retryable: nothing was judged. A verification that failed in any other way is for
 * the server to say, which asks the platform itself. A session that the server refuses at the begin is an outcome, and nothing is shown.
 *
 * @throws HuotiError HOST_FORBIDS, CAMERA_UNSUPPORTED, CAMERA_PERMISSION_DENIED, PROTOCOL_MALFORMED, ABORTED
 */
export async function runNative({
  api,
  profile,
  mode,
  clock,
  signal,
}: NativeRunOptions): Promise<SessionOutcome> {
  if (!profile.hasNativeVerification) {
    throw new HuotiError(
      'HOST_FORBIDS',
      `${profile.kind} has no verification of its own behind this call: use the mode local or web-view`,
    );
  }
  if (
    typeof api.checkIsSupportFacialRecognition !== 'function' ||
    typeof api.requestFacialVerify !== 'function'
  ) {
    throw unsupported();
  }
  await requireSupport(api, clock, signal);
  const options = signal === undefined ? {} : { signal };
  let verifyId: string;
  try {
    ({ verifyId } = await withAbort(Promise.resolve(mode.begin(options)), signal));
  } catch (error) {
    const outcome = refusalIn(error);
    if (outcome === null) throw error;
    return outcome;
  }
  if (typeof verifyId !== 'string' || verifyId === '') {
    throw new HuotiError(
      'PROTOCOL_MALFORMED',
      'begin() gave no verifyId: return what your server got of the platform',
    );
  }
  try {
    await callPlatform(
      'requestFacialVerify',
      (handlers) => api.requestFacialVerify?.({ verifyId, ...handlers }),
      { clock, signal, limitMs: VERIFY_LIMIT_MS },
    );
  } catch (error) {
    if (!isHuotiError(error, 'HOST_ERROR')) throw error;
  }
  return withAbort(Promise.resolve(mode.complete(options)), signal);
}

async function requireSupport(
  api: NativeRunOptions['api'],
  clock: NativeRunOptions['clock'],
  signal: AbortSignalLike | undefined,
): Promise<void> {
  let answer: unknown;
  try {
    answer = await callPlatform<unknown>(
      'checkIsSupportFacialRecognition',
      (handlers) => api.checkIsSupportFacialRecognition?.(handlers),
      { clock, signal },
    );
  } catch (error) {
    if (isHuotiError(error, 'HOST_ERROR') && !error.retryable) throw unsupported(error.cause);
    throw error;
  }
  // Some versions say no by a number in an answer that succeeds.
  const { errCode } = (answer ?? {}) as { readonly errCode?: unknown };
  if (typeof errCode === 'number' && errCode !== 0) throw unsupported(answer);
}

/** A session that the server refused carries its outcome, as `refusedOutcome` of `@huoti/client` reads it: it is the person's. */
function refusalIn(error: unknown): SessionOutcome | null {
  if (!isHuotiError(error)) return null;
  const { outcome } = error as { readonly outcome?: SessionOutcome };
  return typeof outcome === 'object' && typeof outcome.sessionId === 'string' ? outcome : null;
}
