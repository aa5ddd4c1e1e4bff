import type { AbortSignalLike } from '@huoti/core';
import { HuotiError, type SessionOutcome } from '@huoti/protocol';
import { withAbort } from '../host/withAbort.js';
import type { WebViewMode } from './MiniProgramModes.js';

/**
 * The H5 page in the platform's web-view; how it ended comes from the server, since the page can tell nobody.
 *
 * @throws HuotiError HOST_FORBIDS before anything opens, for pictures without the operator's clearance; ABORTED
 */
export async function runWebView({
  mode,
  signal,
}: {
  readonly mode: WebViewMode;
  readonly signal: AbortSignalLike | undefined;
}): Promise<SessionOutcome> {
  const level: string = mode.evidenceLevel;
  if (level !== 'none' && level !== 'trace' && (level !== 'frames' || mode.cleared !== true)) {
    throw new HuotiError(
      'HOST_FORBIDS',
      "WeChat keeps the collecting of faces for its own verification: use the mode native, a level without pictures, or set the operator's wechatFaceClearance on the server",
    );
  }
  const options = signal === undefined ? {} : { signal };
  await withAbort(Promise.resolve(mode.open(options)), signal);
  return withAbort(Promise.resolve(mode.outcome(options)), signal);
}
