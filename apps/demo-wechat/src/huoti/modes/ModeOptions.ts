import type { CameraElement, createMiniProgramClock } from '@huoti/adapter-wechat/miniprogram';
import type { ScreenEvent } from '@huoti/ui';
import type { SessionRequest } from '@huoti/ui-taro';
import type { DemoSettings } from '../../settings/DemoSettings.js';
import type { OperatorSession } from '../backend/OperatorSession.js';
import type { Platform } from '../engine/platform.js';

/** What a try is made of, whichever way it goes. */
export interface ModeOptions {
  readonly platform: Platform;
  readonly clock: ReturnType<typeof createMiniProgramClock>;
  readonly element: CameraElement;
  readonly request: SessionRequest;
  readonly settings: DemoSettings;
  /** Brings the two packages with weights. */
  readonly fetchPackages: () => Promise<unknown>;
  /** Opens the page with the web-view; resolves when the person is back. */
  readonly showPage: (pageUrl: string) => Promise<void>;
  readonly tell: (event: ScreenEvent) => void;
}

/** The same, with the session that the operator's backend opened for it. */
export interface ServedModeOptions extends ModeOptions {
  readonly session: OperatorSession;
}
