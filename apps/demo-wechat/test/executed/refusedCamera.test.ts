import { afterEach, describe, expect, it } from '@jest/globals';
import { nothingLeft } from './support/nothingLeft.js';
import { openCheck, type OpenCheck, type OpenCheckOptions } from './support/openCheck.js';
import { summaryOf } from './support/summaryOf.js';

const TEST_MS = 480_000;

const leftovers: (() => void)[] = [];
afterEach(() => leftovers.splice(0).forEach((clear) => clear()));

const open = async (options: OpenCheckOptions = {}): Promise<OpenCheck> => {
  const opened = await openCheck(options);
  leftovers.push(opened.close);
  return opened;
};

describe('a camera that may not be used', () => {
  it(
    'refused: the screen says so and leads to the settings; allowed there, the next try opens the camera',
    async () => {
      const { host, page, start, end, screen } = await open({
        permission: { answer: 'refuse', inSettings: true },
      });
      const { brightness } = host.facts;
      await start();
      expect(await end()).toMatchObject({ error: { code: 'CAMERA_PERMISSION_DENIED' } });
      await page.waitForText('摄像头未获允许');
      expect(page.find('#huoti-alternative')).not.toBeNull();
      await nothingLeft(host, { brightness, page: 'open' });
      // Nobody is asked twice: the platform would not show its question again.
      await start();
      expect(await end()).toMatchObject({ error: { code: 'CAMERA_PERMISSION_DENIED' } });
      expect(host.permission.askedCount).toBe(1);
      await page.waitFor(() => page.find('#huoti-settings'));
      await page.tap('#huoti-settings');
      await page.waitForText('已允许使用摄像头');
      await start();
      await screen('finding');
      await host.back();
      await nothingLeft(host, { brightness, page: 'left' });
      expect(host.record.errors).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'allowed in the settings after it was refused there, too',
    async () => {
      const { host, page, start, end } = await open({ permission: { answer: 'refuse', inSettings: false } });
      await start();
      await end();
      await page.waitFor(() => page.find('#huoti-settings'));
      await page.tap('#huoti-settings');
      expect(page.find('#huoti-settings')).not.toBeNull();
      expect(page.text()).not.toContain('已允许使用摄像头');
      host.permission.inSettings = true;
      await page.tap('#huoti-settings');
      await page.waitForText('已允许使用摄像头');
    },
    TEST_MS,
  );

  it(
    'the privacy notice declined: nothing opens; agreed to, it goes on',
    async () => {
      const { host, page, start, end, screen } = await open({
        privacy: { needed: true, answer: 'disagree' },
      });
      const { brightness } = host.facts;
      await start();
      await page.waitFor(() => page.find('#huoti-disagree'), { timeoutMs: 60_000 });
      expect(host.permission.askedCount).toBe(0);
      await page.tap('#huoti-disagree');
      expect(await end()).toMatchObject({ error: { code: 'CAMERA_PERMISSION_DENIED', retryable: true } });
      await page.waitFor(() => page.find('#huoti-retry'));
      await nothingLeft(host, { brightness, page: 'open' });
      await start();
      await page.waitFor(() => page.find('#huoti-agree'), { timeoutMs: 60_000 });
      await page.tap('#huoti-agree');
      await screen('finding');
      await host.back();
      await nothingLeft(host, { brightness, page: 'left' });
    },
    TEST_MS,
  );

  it(
    'a privacy guide that does not name the camera: HOST_FORBIDS, with the other way',
    async () => {
      const { host, page, start, end } = await open({ privacy: { needed: true, declared: false } });
      await start();
      expect(summaryOf(await end())).toBe('HOST_FORBIDS');
      await page.waitForText('当前小程序不允许进行这项检测');
      expect(page.find('#huoti-retry')).toBeNull();
      expect(page.find('#huoti-alternative')).not.toBeNull();
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'open' });
    },
    TEST_MS,
  );

  it(
    'a camera that fails in words that nobody knows: HOST_ERROR, and the other way',
    async () => {
      const { host, page, start, end } = await open({ camera: { present: false } });
      await start();
      expect(summaryOf(await end())).toBe('HOST_ERROR');
      await page.waitFor(() => page.find('#huoti-alternative'));
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'open' });
    },
    TEST_MS,
  );
});

describe('a phone that can not judge', () => {
  it.each([
    ['without wasm', { wasm: 'none' as const }],
    ['with a base library that unpacks no brotli', { without: ['getFileSystemManager.readCompressedFile'] }],
  ])(
    '%s: BACKEND_UNAVAILABLE, no camera, and the other way',
    async (_which, phone) => {
      const { host, page, start, end } = await open(phone);
      await start();
      expect(summaryOf(await end())).toBe('BACKEND_UNAVAILABLE');
      await page.waitForText('当前设备无法运行检测');
      expect(page.find('#huoti-retry')).toBeNull();
      expect(host.permission.askedCount).toBe(0);
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'open' });
      await page.tap('#huoti-alternative');
      await page.waitFor(() => host.record.shown.some(({ api }) => api === 'showModal'));
    },
    TEST_MS,
  );

  it(
    'with weights that do not arrive: an error that may be tried again, and the next try works',
    async () => {
      const failing = ['huoti-weights-b'];
      const { host, page, start, end, screen } = await open({ packages: { failing } });
      await start();
      expect(await end()).toMatchObject({ error: { code: 'MODEL_LOAD_FAILED', retryable: true } });
      await page.waitFor(() => page.find('#huoti-retry'));
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'open' });
      failing.length = 0;
      await start();
      await screen('finding');
    },
    TEST_MS,
  );
});
