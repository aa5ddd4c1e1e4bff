import {
  createMiniProgramClock,
  createMiniProgramLiveness,
  HuotiError,
} from '@huoti/adapter-wechat/miniprogram/hand-over';
import type { SessionRequest, TrySession } from '@huoti/ui-taro';
import { createBackend } from '../backend/createBackend.js';
import { readPlatform } from '../platform/platform.js';
import type { DemoSettings } from '../settings/DemoSettings.js';
import { nativeMode } from './nativeMode.js';
import { webViewMode } from './webViewMode.js';

/** What {@link buildHandover} takes. */
export interface BuildHandoverOptions {
  readonly request: SessionRequest;
  readonly settings: DemoSettings;
  /** Opens the page with the web-view; resolves when the person is back. */
  readonly showPage: (pageUrl: string) => Promise<void>;
}

/**
 * One try that WeChat's page or the operator's H5 page decides.
 *
 * @throws HuotiError INVALID_ARGUMENT without a backend; what the backend's session throws
 */
export async function buildHandover({
  request,
  settings: { mode, backendUrl },
  showPage,
}: BuildHandoverOptions): Promise<TrySession> {
  if (backendUrl === '') {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `the mode ${mode} needs a backend: build with HUOTI_BACKEND_URL`,
    );
  }
  const platform = readPlatform();
  const { api, profile } = platform;
  const clock = createMiniProgramClock();
  const backend = createBackend({ api, clock, backendUrl });
  const session = await backend.openSession(mode, request.signal);
  const options = { platform, clock, request, session, showPage };
  return createMiniProgramLiveness({
    api,
    profile,
    clock,
    mode: mode === 'native' ? await nativeMode(options) : webViewMode(options, backend),
  });
}
