import type { createMiniProgramClock } from '@huoti/adapter-wechat/miniprogram/hand-over';
import type { SessionRequest } from '@huoti/ui-taro';
import type { OperatorSession } from '../backend/OperatorSession.js';
import type { Platform } from '../platform/platform.js';

/** What a try is made of that another page than this mini-program's own decides. */
export interface HandoverOptions {
  readonly platform: Platform;
  readonly clock: ReturnType<typeof createMiniProgramClock>;
  readonly request: SessionRequest;
  /** Opened by the operator's backend for this try. */
  readonly session: OperatorSession;
  /** Opens the page with the web-view; resolves when the person is back. */
  readonly showPage: (pageUrl: string) => Promise<void>;
}
