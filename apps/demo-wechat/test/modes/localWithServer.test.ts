import { afterEach, describe, expect, it } from '@jest/globals';
import { standBefore } from '../../scripts/standBefore.mjs';
import { nothingLeft } from '../executed/support/nothingLeft.js';
import { pacedTime } from '../executed/support/pacedTime.js';
import { openMode, type OpenMode } from './support/openMode.js';
import type { ServersOptions } from './support/playServers.js';
import { noticeOf } from './support/noticeOf.js';

const TEST_MS = 300_000;

const leftovers: (() => void)[] = [];
afterEach(() =>
  leftovers
    .splice(0)
    .reverse()
    .forEach((clear) => clear()),
);

const open = async (servers: ServersOptions = {}): Promise<OpenMode> => {
  const opened = await openMode('local', servers);
  leftovers.push(() => opened.host.close());
  // Deadlines are for a phone that does nothing else; a test machine may.
  const time = pacedTime(opened.host);
  leftovers.push(() => time.stop());
  return opened;
};

/** Names of all that is in a body, at any depth. */
const namesIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
    : [];

describe('the mode local of the built mini-program, with a server', () => {
  it(
    'sends the session’s, the consent’s, the plan’s and the outcome’s request, and nothing of a face in any',
    async () => {
      const { host, page, sent, service, start, end } = await open();
      const person = standBefore(host, page);
      leftovers.push(() => person.stop());
      await start();
      const { outcome } = (await end()) as { outcome: { status: 'completed' | 'failed' } };
      person.stop();
      // Frames with a face were judged: there would have been something to send.
      const moments = host.record.console.filter(({ values }) => values[0] === 'huoti-moment');
      expect(moments.map(({ values }) => values[1])).toContain('challenge');
      expect(service.outcomes).toHaveLength(1);
      expect(service.outcomes[0]?.status).toBe(outcome.status);

      const steps = [...new Set(sent.map(({ step }) => step))];
      expect(steps).toEqual(['backend POST /liveness/sessions', 'session', 'consent', 'plan', 'outcome']);
      const allowed: Readonly<Record<string, readonly string[]>> = {
        'backend POST /liveness/sessions': ['mode'],
        session: [],
        consent: [
          ...['level', 'policyVersion', 'textHash', 'inventoryHash', 'language'],
          ...['choices', 'liveness', 'ageBand'],
        ],
        plan: [
          ...['mirroringKnown', 'light', 'host'],
          ...['kind', 'browser', 'browserVersion', 'os', 'engine', 'language', 'network'],
        ],
        outcome: ['status', 'reason', 'gate', 'durationMs'],
      };
      for (const { step, body } of sent) {
        const names = body === '' ? [] : namesIn(JSON.parse(body));
        expect(names.filter((name) => !allowed[step]?.includes(name))).toEqual([]);
        // 478 points or a picture would not go into this, whatever their names.
        expect(body.length).toBeLessThan(500);
      }
      expect(service.consents).toEqual([
        { ...noticeOf('zh-CN'), choices: { liveness: true }, ageBand: 'adult' },
      ]);
      expect(host.record.network.every(({ api }) => api === 'request')).toBe(true);
      expect(host.record.fileWrites).toEqual([]);
      expect(host.record.storageWrites).toEqual([]);
      expect(host.record.errors).toEqual([]);
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'open' });
    },
    TEST_MS,
  );

  it.each(['trace', 'frames'] as const)(
    'a session of the level %s is HOST_FORBIDS before a consent is recorded or a camera opens',
    async (level) => {
      const { host, page, service, start, end } = await open({ level });
      await start();
      expect(await end()).toMatchObject({ error: { code: 'HOST_FORBIDS' } });
      await page.waitForText('当前小程序不允许进行这项检测');
      expect(service.steps).toEqual(['session']);
      expect(host.permission.askedCount).toBe(0);
    },
    TEST_MS,
  );

  it(
    'a backend that can not be reached: NETWORK_FAILED, another try, the other way, and no camera',
    async () => {
      const opened = await openMode('local', {}, { request: () => ({ statusCode: 503 }) });
      const { host, page, start, end } = opened;
      leftovers.push(() => host.close());
      await start();
      expect(await end()).toMatchObject({ error: { code: 'NETWORK_FAILED', retryable: true } });
      await page.waitFor(() => page.find('#huoti-retry'));
      expect(page.find('#huoti-alternative')).not.toBeNull();
      expect(host.permission.askedCount).toBe(0);
    },
    TEST_MS,
  );
});
