import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openMiniProgram, type OpenMiniProgramOptions } from '@huoti/wx-host';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createNotice } from '@huoti/privacy';
import { readDeployment } from './support/readDeployment.js';
import { personOf, standBefore } from './support/standBefore.js';
import { realFootage } from './support/footage.js';

const deployment = readDeployment();
const BUILT = fileURLToPath(new URL('../dist', import.meta.url));
const footage = realFootage('apps/demo-wechat-native, the example on real footage in the executed host');

/** What a test leaves behind: taken away after it. */
const leftovers: (() => void)[] = [];
afterEach(() => leftovers.splice(0).forEach((clear) => clear()));

/** The built example, configured as an operator configures it: this recording's actions instead of drawn ones. */
function example(actions?: readonly string[]): string {
  if (!existsSync(join(BUILT, 'huoti-engine/huoti.js')))
    throw new TypeError('the example is not built: run turbo run build');
  const directory = mkdtempSync(join(tmpdir(), 'huoti-native-'));
  leftovers.push(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(BUILT, directory, { recursive: true });
  const config = JSON.stringify({ policy: 'no-light', mirrored: 'unknown', actions });
  writeFileSync(join(directory, 'huoti-engine/check/config.js'), `module.exports = ${config};\n`);
  return directory;
}

function launch(options: OpenMiniProgramOptions): ReturnType<typeof openMiniProgram> {
  const host = openMiniProgram(options);
  leftovers.push(() => host.close());
  return host;
}

type Page = ReturnType<ReturnType<typeof openMiniProgram>['front']>;

/** Taps what is drawn once it is: a page draws what was tapped a moment later. */
async function tap(page: Page, ...selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) {
    await page.waitFor(() => page.find(selector), { timeoutMs: 20000, what: selector });
    await page.tap(selector);
  }
}

/** Through the front door, to the page that asks. */
async function ask(host: ReturnType<typeof openMiniProgram>): Promise<ReturnType<typeof host.front>> {
  const welcome = await host.open();
  await welcome.tap('#start');
  const page = await welcome.waitFor(() =>
    host.front().route === 'pages/consent/index' ? host.front() : null,
  );
  await page.waitFor(() => page.find('#age-adult'));
  return page;
}

/** As a grown-up who agrees. */
async function begin(host: ReturnType<typeof openMiniProgram>): Promise<ReturnType<typeof host.front>> {
  const asking = await ask(host);
  await tap(asking, '#age-adult', '#choice-liveness');
  await asking.waitFor(() => asking.find('#choice-liveness')?.attributes['aria-checked'] === true);
  await tap(asking, '#agree');
  return asking.waitFor(() => (host.front().route === 'huoti-engine/check/index' ? host.front() : null));
}

const ended = (page: ReturnType<ReturnType<typeof openMiniProgram>['front']>): boolean =>
  page.data['status'] !== 'running';

/** As if nobody had come: no camera, no question, no package with a model, nothing sent. */
function nothingHappened(host: ReturnType<typeof openMiniProgram>): void {
  expect(host.camera.states()).toEqual([]);
  expect(host.permission.askedCount).toBe(0);
  expect(host.fetchedPackages()).toEqual(['']);
  expect(host.record.network).toEqual([]);
  expect(host.record.errors).toEqual([]);
}

describe('the asking of the example', () => {
  it('shows the notice with its question unticked, and lets nothing happen before the choice', async () => {
    const host = launch({ directory: example() });
    const page = await ask(host);
    nothingHappened(host);
    await tap(page, '#age-adult');
    await page.waitFor(() => page.find('#agree'));
    const { title, summary, questions } = createNotice({
      deployment,
      level: 'none',
      comparison: false,
      language: 'zh-CN',
      atMs: Date.now(),
    });
    for (const words of [title, ...summary, ...questions.map(({ text }) => text)])
      expect(page.text()).toContain(words);
    expect(page.find('#choice-liveness')?.attributes['aria-checked']).toBe(false);
    expect(page.find('#refuse')?.classes).toEqual(page.find('#agree')?.classes);
    await tap(page, '#agree');
    await page.waitFor(() => page.find('#problem'));
    await new Promise((later) => setTimeout(later, 300));
    nothingHappened(host);
  }, 60000);

  it('refused, offers the other way, and nothing was begun', async () => {
    const host = launch({ directory: example() });
    const page = await ask(host);
    await tap(page, '#age-adult');
    await tap(page, '#refuse');
    await page.waitForText('您没有同意');
    await tap(page, '#alternative');
    await page.waitFor(() => host.record.shown.length > 0);
    nothingHappened(host);
    expect(host.alive()).toMatchObject({ timers: [], frameListeners: 0, workers: [], requests: [] });
  }, 60000);

  it.each(['teen', 'child'])(
    'takes nobody under 18: %s',
    async (band) => {
      const host = launch({ directory: example() });
      const page = await ask(host);
      await tap(page, `#age-${band}`);
      await page.waitForText('您的年龄段不提供人脸核验');
      expect(page.find('#reopen')).toBeNull();
      nothingHappened(host);
    },
    60000,
  );

  it('comes first for whoever comes by a link to the check, too', async () => {
    const host = launch({ directory: example() });
    const check = await host.open('huoti-engine/check/index');
    await check.waitFor(() => host.front().route === 'pages/consent/index', { timeoutMs: 20000 });
    expect(host.camera.states()).toEqual([]);
    expect(host.record.errors).toEqual([]);
  }, 60000);
});

describe('the example without a person before it', () => {
  it('ends with an error and a way to the settings where the camera is refused, and goes on when it is allowed', async () => {
    const host = launch({
      directory: example(),
      permission: { answer: 'refuse', inSettings: true },
    });
    const page = await begin(host);
    await page.waitFor(() => ended(page), { timeoutMs: 20000 });
    expect(page.data).toMatchObject({ status: 'error', denied: true, canRetry: false, cameraShown: false });
    await page.waitForText('打开设置');
    await page.tap('#settings');
    await page.waitFor(() => host.camera.states().includes('ready'), { timeoutMs: 20000 });
    expect(page.data).toMatchObject({ status: 'running', denied: false });
  }, 60000);

  it('leaves nothing running when the page is left in the middle', async () => {
    const host = launch({ directory: example() });
    const page = await begin(host);
    await page.waitFor(() => host.camera.runningCount() > 0, { timeoutMs: 20000 });
    await host.back();
    await host.front().waitFor(() => host.alive().timers.length === 0, { timeoutMs: 5000 });
    expect(host.alive()).toMatchObject({ timers: [], frameListeners: 0, workers: [], requests: [] });
    expect(host.record.errors).toEqual([]);
  }, 60000);
});

if (footage !== null) {
  describe('the example on real footage', () => {
    it('completes with a person who does what is asked, and nothing leaves the device', async () => {
      const person = await personOf(footage, 'live_a03_headturn');
      leftovers.push(person.close);
      const size = person.player;
      const host = launch({
        directory: example(['blink', 'turn-left', 'turn-right']),
        // The size of the pictures that the person gives: nothing has to be computed in between.
        camera: { sizes: { small: size, medium: size, large: size } },
      });
      const page = await begin(host);
      const leave = standBefore(host, page, person);
      await page.waitFor(() => ended(page), { timeoutMs: 90000 });
      leave();
      expect(page.data).toMatchObject({ status: 'completed', prompt: '检测完成', cameraShown: false });
      expect(host.record.network).toEqual([]);
      expect(host.record.fileWrites).toEqual([]);
      expect(host.record.storageWrites).toEqual([]);
      expect(host.missing()).toEqual([]);
      expect(host.alive()).toMatchObject({ timers: [], frameListeners: 0, workers: [] });
      expect(host.record.errors).toEqual([]);
    }, 180000);

    it('refuses a person who looks on and does nothing', async () => {
      const person = await personOf(footage, 'live_a03_headturn');
      leftovers.push(person.close);
      const size = person.player;
      const host = launch({
        directory: example(['mouth-open', 'turn-left']),
        camera: { sizes: { small: size, medium: size, large: size } },
      });
      const page = await begin(host);
      const leave = standBefore(host, page, person);
      await page.waitFor(() => ended(page), { timeoutMs: 90000 });
      leave();
      expect(page.data).toMatchObject({ status: 'failed', canRetry: true, cameraShown: false });
      expect(page.data['prompt']).toBe('用时稍长了一些');
      expect(host.record.network).toEqual([]);
      expect(host.alive()).toMatchObject({ timers: [], frameListeners: 0, workers: [] });
    }, 180000);
  });
}
