import { afterEach, describe, expect, it } from '@jest/globals';
import type { NativeVerificationScript, MiniProgramHost } from '@huoti/wx-host';
import { zhCN } from '../../src/texts/zhCN.js';
import { agree } from '../executed/support/agree.js';
import { nothingLeft } from '../executed/support/nothingLeft.js';
import { noticeOf } from './support/noticeOf.js';
import { openMode, type OpenMode } from './support/openMode.js';
import type { ServersOptions } from './support/playServers.js';

const TEST_MS = 120_000;

const hosts: MiniProgramHost[] = [];
afterEach(() => hosts.splice(0).forEach((host) => host.close()));

/** WeChat's page as the test has it, and the ids that it was opened with. */
async function open(
  verify: NativeVerificationScript['verify'],
  servers: ServersOptions = {},
): Promise<OpenMode & { verified: string[] }> {
  const verified: string[] = [];
  const opened = await openMode(
    'native',
    { platform: 'wechat', ...servers },
    {
      nativeVerification: {
        verify: (verifyId) => {
          verified.push(verifyId);
          return verify(verifyId);
        },
      },
    },
  );
  hosts.push(opened.host);
  return { ...opened, verified };
}

describe('the mode native of the built mini-program', () => {
  it(
    'asks nobody anything before start; then consent, WeChat’s page with the server’s id, and the server’s outcome',
    async () => {
      const { host, page, sent, service, verified, start, end } = await open(() => ({ verifyResult: 'v' }));
      expect(page.text()).toContain(zhCN.handover.native);
      await start();
      await page.waitFor(() => page.find('#huoti-age-adult'));
      expect(sent).toEqual([]);
      await agree(page);
      expect(await end()).toEqual({
        outcome: {
          sessionId: service.sessionId,
          status: 'completed',
          reason: null,
          gate: null,
          retryAfterS: null,
          decided: true,
        },
      });
      await page.waitForText('检测完成');
      expect(verified).toEqual(['verify-1']);
      expect(service.consents).toEqual([
        { ...noticeOf('zh-CN'), choices: { liveness: true }, ageBand: 'adult' },
      ]);
      // Whoever is checked by WeChat fetches no engine.
      expect(host.fetchedPackages()).toEqual(['']);
      expect(sent[0]).toEqual({ step: 'backend POST /liveness/sessions', body: '{"mode":"native"}' });
      expect(service.steps.filter((step) => step === 'platform/complete').length).toBe(1);
      // No camera of this page.
      expect(host.permission.askedCount).toBe(0);
      expect(host.camera.states()).toEqual([]);
      expect(host.record.errors).toEqual([]);
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'open' });
    },
    TEST_MS,
  );

  it(
    'what WeChat told the phone is not believed: the server’s refusal is shown',
    async () => {
      const decision = { status: 'failed', reason: null, gate: null, retryAfterS: 60 } as const;
      const { page, start, end } = await open(() => ({ verifyResult: 'v' }), { decision });
      await start();
      await agree(page);
      expect(await end()).toMatchObject({ outcome: { status: 'failed', retryAfterS: 60 } });
      await page.waitFor(() => page.find('.huoti-failed'));
      expect(page.find('#huoti-alternative')).not.toBeNull();
    },
    TEST_MS,
  );

  it(
    'closed by the person: nothing is completed, and another try is a new session',
    async () => {
      // The number that WeChat is reported to give for it.
      const { page, service, sent, start, end } = await open(() => ({ errCode: 90100 }));
      await start();
      await agree(page);
      expect(await end()).toMatchObject({ error: { code: 'ABORTED', retryable: true } });
      await page.waitFor(() => page.find('#huoti-retry'));
      expect(service.steps.filter((step) => step === 'platform/complete').length).toBe(0);
      await page.tap('#huoti-retry');
      await end(2);
      expect(sent.filter(({ step }) => step.startsWith('backend POST'))).toHaveLength(2);
    },
    TEST_MS,
  );

  it(
    'refused at the begin: the server’s outcome is shown, and WeChat’s page is not opened',
    async () => {
      const { page, service, verified, start, end } = await open(() => ({ verifyResult: 'v' }), {
        refusal: { code: 'TOO_MANY_ATTEMPTS', retryAfterS: 600 },
      });
      await start();
      await agree(page);
      expect(await end()).toMatchObject({
        outcome: { sessionId: service.sessionId, status: 'failed', retryAfterS: 600 },
      });
      await page.waitFor(() => page.find('.huoti-failed'));
      expect(page.text()).toContain('大约 10 分钟后可以再试');
      expect(verified).toEqual([]);
    },
    TEST_MS,
  );
});
