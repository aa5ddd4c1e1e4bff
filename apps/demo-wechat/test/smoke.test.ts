import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { agree } from './executed/support/agree.js';
import { openMiniProgram, type MiniProgramHost, type OpenPage } from '@huoti/wx-host';

/** How long a page may take on a busy machine, in ms: an engine loads in the meantime. */
const PATIENCE = { timeoutMs: 60_000 };
const TEST_MS = 240_000;

jest.setTimeout(TEST_MS);

const built = (platform: string): string => fileURLToPath(new URL(`../dist/${platform}`, import.meta.url));

const hosts: MiniProgramHost[] = [];
const openHost = (options: object = {}): MiniProgramHost => {
  const host = openMiniProgram({ directory: built('weapp'), ...options });
  hosts.push(host);
  return host;
};
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
});

/** The page that a tap brings to the front. */
async function follow(host: MiniProgramHost, from: OpenPage, selector: string): Promise<OpenPage> {
  await from.waitFor(() => from.findAll(selector).length > 0, PATIENCE);
  await from.tap(selector);
  await from.waitFor(() => host.front() !== from, PATIENCE);
  return host.front();
}

/** From the index through the asking to the check. */
async function agreed(host: MiniProgramHost, index: OpenPage): Promise<OpenPage> {
  return agreedOn(host, await follow(host, index, '#begin'));
}

async function agreedOn(host: MiniProgramHost, asking: OpenPage): Promise<OpenPage> {
  await agree(asking);
  return asking.waitFor(() => (host.front() === asking ? null : host.front()), PATIENCE);
}

describe.each([
  ['alipay', 'alipay'],
  ['tt', 'douyin'],
] as const)('built for %s', (platform, kind) => {
  it('shows the index and the check', async () => {
    const host = openHost({ directory: built(platform), kind });
    const page = await host.open();
    const live = await agreed(host, page);
    await live.waitForText('确认是您本人在操作', PATIENCE);
    expect(host.record.errors).toEqual([]);
  });
});

describe('the built mini-program', () => {
  it('shows the index, and asks for nothing', async () => {
    const host = openHost();
    const page = await host.open();
    await page.waitForText('活体检测演示', PATIENCE);
    expect(page.text()).toContain('运营方尚未配置后端地址');
    expect(host.permission.askedCount).toBe(0);
    expect(host.record.network).toEqual([]);
    expect(host.record.errors).toEqual([]);
  });

  it('fetches the engine’s package for a person who has agreed', async () => {
    const host = openHost();
    const live = await agreed(host, await host.open());
    expect(host.fetchedPackages()).toContain('huoti');
    await live.waitForText('确认是您本人在操作', PATIENCE);
    expect(live.find('#huoti-headline')?.attributes['aria-role']).toBe('heading');
    expect(host.camera.states()).toEqual([]);
  });

  it('passes language and theme on', async () => {
    const host = openHost();
    const page = await host.open();
    await page.waitForText('活体检测演示', PATIENCE);
    await page.tap('#lang-en');
    await page.waitForText('Liveness demo', PATIENCE);
    await page.tap('#theme-dark');
    const asking = await follow(host, page, '#begin');
    await asking.waitForText('How old are you?', PATIENCE);
    expect(asking.findAll('.huoti-theme-dark')).toHaveLength(1);
    const live = await agreedOn(host, asking);
    await live.waitForText('Let’s check that you’re here', PATIENCE);
    expect(live.findAll('.huoti-theme-dark')).toHaveLength(1);
  });

  it('a refused camera leads to the settings, and to another try', async () => {
    const host = openHost({ permission: { answer: 'refuse', inSettings: true } });
    const page = await agreed(host, await host.open());
    await page.waitForText('确认是您本人在操作', PATIENCE);
    await page.tap('#huoti-start');
    await page.waitForText('摄像头未获允许', PATIENCE);
    await page.tap('#huoti-settings');
    await page.waitForText('已允许使用摄像头', PATIENCE);
    await page.tap('#huoti-retry');
    await page.waitFor(() => host.camera.states().includes('ready'), PATIENCE);
    await page.tap('#huoti-cancel');
    await page.waitForText('已停止，摄像头已关闭。', PATIENCE);
    await host.back();
    expect(host.alive()).toMatchObject({
      timers: [],
      frameListeners: 0,
      workers: [],
      requests: [],
      appListeners: {},
    });
  });
});
