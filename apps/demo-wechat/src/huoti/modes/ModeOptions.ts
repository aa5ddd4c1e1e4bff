import type { CameraElement, createMiniProgramClock } from '@huoti/adapter-wechat/miniprogram';
import type { ConsentRequest } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import type { SessionRequest } from '@huoti/ui-taro';
import type { Platform } from '../../platform/platform.js';
import type { DemoSettings } from '../../settings/DemoSettings.js';

/** What a try in the mini-program is made of. */
export interface ModeOptions {
  readonly platform: Platform;
  readonly clock: ReturnType<typeof createMiniProgramClock>;
  readonly element: CameraElement;
  readonly request: Omit<SessionRequest, 'consent'>;
  /** What the person agreed to on the asking's own page. */
  readonly consent: ConsentRequest;
  readonly settings: DemoSettings;
  /** Brings the two packages with weights. */
  readonly fetchPackages: () => Promise<unknown>;
  readonly tell: (event: ScreenEvent) => void;
}
