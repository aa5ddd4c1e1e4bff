import {
  createMiniProgramRandom,
  createMiniProgramTransport,
  createPlatformVerification,
  HuotiError,
  readMiniProgramFacts,
  type NativeMode,
} from '@huoti/adapter-wechat/miniprogram/hand-over';
import type { HandoverOptions } from './HandoverOptions.js';
import { serverOf } from './serverOf.js';

/** WeChat's own verification: no camera of this page, no engine. A session that the server refuses at the begin is its outcome. */
export async function nativeMode({
  platform: { api, profile },
  clock,
  request: { signal, consent },
  session,
}: HandoverOptions): Promise<NativeMode> {
  if (consent === null) {
    throw new HuotiError('CONSENT_REQUIRED', 'nobody was asked: give <HuotiLiveness> `consent`');
  }
  const [random, facts] = await Promise.all([
    createMiniProgramRandom({ api, clock, signal }),
    readMiniProgramFacts({ api, profile, clock, signal }),
  ]);
  const verification = createPlatformVerification({
    host: { clock, random, facts, evidenceLevels: ['none'], subtle: null },
    server: { ...serverOf(session), transport: createMiniProgramTransport({ api, clock }) },
    consent,
  });
  return { mode: 'native', ...verification };
}
