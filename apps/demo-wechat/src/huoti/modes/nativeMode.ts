import {
  createMiniProgramRandom,
  createMiniProgramTransport,
  createPlatformVerification,
  readMiniProgramFacts,
  type NativeMode,
} from '@huoti/adapter-wechat/miniprogram';
import { consentTo } from '../../texts/consentTo.js';
import type { ServedModeOptions } from './ModeOptions.js';
import { serverOf } from './serverOf.js';

/** WeChat's own verification: no camera of this page, no engine. A session that the server refuses at the begin is its outcome. */
export async function nativeMode({
  platform: { api, profile },
  clock,
  request: { signal },
  settings,
  session,
}: ServedModeOptions): Promise<NativeMode> {
  const [random, facts] = await Promise.all([
    createMiniProgramRandom({ api, clock, signal }),
    readMiniProgramFacts({ api, profile, clock, signal }),
  ]);
  const verification = createPlatformVerification({
    host: { clock, random, facts, evidenceLevels: ['none'], subtle: null },
    server: { ...serverOf(session), transport: createMiniProgramTransport({ api, clock }) },
    consent: consentTo('native', settings.lang),
  });
  return { mode: 'native', ...verification };
}
