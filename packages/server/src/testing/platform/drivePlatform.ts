import type { Deployment } from '@huoti/privacy';
import type { CreateSessionRequest, PlatformBeginRequest, PlatformIdentity } from '@huoti/protocol';
import { beginPlatform } from '../../platform/beginPlatform.js';
import { completePlatform } from '../../platform/completePlatform.js';
import { createWeChatVerifier } from '../../platform/wechat/createWeChatVerifier.js';
import type { PlatformVerifier } from '../../ports/PlatformVerifier.js';
import { issueSession } from '../../sessions/issueSession.js';
import { recordConsent } from '../../sessions/recordConsent.js';
import { createTestContext, type TestContext, type TestContextOptions } from '../createTestContext.js';
import { createTestConsent } from '../createTestConsent.js';
import { deploymentOf } from '../deploymentOf.js';
import { answered, TEST_BEGIN } from '../driveSession.js';
import { createRecordedWeChat, type RecordedWeChat } from './createRecordedWeChat.js';

/** The person of WeChat's own example, who is nobody. */
export const TEST_IDENTITY: PlatformIdentity = {
  name: '张三',
  idNumber: '310101199801011234',
  openId: 'oABC-12_x',
};

/** A begin from a mini-program. */
export const TEST_PLATFORM_BEGIN: PlatformBeginRequest = {
  host: { ...TEST_BEGIN.host, kind: 'wechat', browser: null, browserVersion: null, engine: null },
};

/** That of an operator who tells people that WeChat verifies some of them. */
export const WECHAT_DEPLOYMENT: Deployment = deploymentOf([
  { version: '1', publishedAtMs: Date.UTC(2026, 0, 1, 4), terms: { platforms: ['wechat'] } },
]);

/** A service that is connected to WeChat's server as it is recorded. */
export interface PlatformBench {
  readonly context: TestContext;
  readonly wechat: RecordedWeChat;
  readonly verifier: PlatformVerifier;
}

/** A whole server in memory, with a platform. */
export async function createPlatformBench({
  settings,
  ...rest
}: TestContextOptions = {}): Promise<PlatformBench> {
  const context = await createTestContext({
    ...rest,
    settings: {
      platforms: ['wechat'],
      allowedPolicies: ['default', 'device-only', 'wechat'],
      privacy: WECHAT_DEPLOYMENT,
      ...settings,
    },
  });
  const wechat = createRecordedWeChat();
  const app = { appId: 'wx0123456789abcdef', appSecret: 'fedcba9876543210fedcba9876543210' };
  return {
    context,
    wechat,
    verifier: createWeChatVerifier({ ...app, http: wechat.http, time: context.time }),
  };
}

/** Takes a session that a platform decides as far as a test needs it. */
export async function drivePlatform(
  { context, verifier }: Pick<PlatformBench, 'context' | 'verifier'>,
  {
    until = 'completed',
    request = {},
  }: { until?: 'issued' | 'consented' | 'begun' | 'completed'; request?: CreateSessionRequest } = {},
): Promise<{ readonly sessionId: string; readonly verifyId: string }> {
  const { body } = answered(
    await issueSession(context, {
      clientId: 'bank',
      request: { policy: 'wechat', identity: TEST_IDENTITY, ...request },
    }),
  );
  const { sessionId } = body;
  let verifyId = '';
  if (until !== 'issued') {
    const consent = createTestConsent({
      deployment: context.settings.privacy,
      level: 'none',
      atMs: context.time.nowMs(),
    });
    answered(await recordConsent(context, { sessionId, request: consent }));
  }
  if (until === 'begun' || until === 'completed') {
    const begun = await beginPlatform(context, { sessionId, request: TEST_PLATFORM_BEGIN, verifier });
    ({ verifyId } = answered(begun).body);
  }
  if (until === 'completed') answered(await completePlatform(context, { sessionId }));
  return { sessionId, verifyId };
}
