import { afterEach, describe, expect, it } from '@jest/globals';
import { createNotice } from '@huoti/privacy';
import type { MiniProgramHost } from '@huoti/wx-host';
import { readDeployment } from '../../scripts/package/readDeployment.mjs';
import { BACKEND, playServers, type Servers } from '../modes/support/playServers.js';
import { agree } from './support/agree.js';
import { nothingLeft } from './support/nothingLeft.js';
import { openAsking, type OpenAsking } from './support/openAsking.js';
import { undeclaredReads } from './support/undeclaredReads.js';

const TEST_MS = 240_000;
const RECEIPT = 'r'.repeat(22);

const hosts: MiniProgramHost[] = [];
afterEach(() => hosts.splice(0).forEach((host) => host.close()));

const open = async (...given: Parameters<typeof openAsking>): Promise<OpenAsking> => {
  const opened = await openAsking(...given);
  hosts.push(opened.host);
  return opened;
};
/** With an operator's backend and a service that answer. */
const openServed = async (): Promise<OpenAsking & Servers> => {
  const servers = playServers();
  return { ...(await open({ request: servers.request, query: { backend: BACKEND } })), ...servers };
};
/** Gives the platform the time that its preloads and the engine would take. */
const idle = (): Promise<void> => new Promise((later) => setTimeout(later, 400));

/** No camera, no question of the platform, no request, no package, nothing written: as if nobody had come. */
function nothingHappened(host: MiniProgramHost): void {
  const { record } = host;
  expect({
    cameras: host.camera.states(),
    cameraAsked: host.permission.askedCount,
    privacyAsked: host.privacy.askedCount,
    network: record.network,
    fileWrites: record.fileWrites,
    storageWrites: record.storageWrites,
    packages: host.fetchedPackages(),
    workers: host.workers.length,
    undeclared: undeclaredReads(record.factsRead),
    errors: record.errors,
  }).toEqual({
    cameras: [],
    cameraAsked: 0,
    privacyAsked: 0,
    network: [],
    fileWrites: [],
    storageWrites: [],
    packages: [''],
    workers: 0,
    undeclared: [],
    errors: [],
  });
}
const told = (host: MiniProgramHost): unknown[] =>
  host.record.console
    .filter(({ values }) => values[0] === 'huoti')
    .map(({ values }) => JSON.parse(String(values[1])) as unknown);

describe('before the choice', () => {
  it.each(['wechat', 'alipay', 'douyin'] as const)(
    'on %s nothing happens, on whatever page of the asking: no camera, no package with a model, no request',
    async (kind) => {
      const { host, page, tap, sees } = await open({ kind });
      await idle();
      nothingHappened(host);
      await tap('huoti-age-adult');
      await sees('huoti-choice-liveness');
      await tap('huoti-fold');
      await tap('huoti-choice-liveness');
      await idle();
      nothingHappened(host);
      expect(page.find('camera')).toBeNull();
      await tap('huoti-consent');
      await page.waitFor(() => host.fetchedPackages().includes('huoti'), { timeoutMs: 60_000 });
      expect(host.camera.states()).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'the words are those of the deployment, each question has a box of its own, unticked, and the answers weigh the same',
    async () => {
      const { page, tap, sees } = await open();
      await tap('huoti-age-adult');
      await sees('huoti-choice-liveness');
      const { title, summary, questions } = createNotice({
        deployment: withoutServer(),
        level: 'none',
        comparison: false,
        language: 'zh-CN',
        atMs: Date.now(),
      });
      for (const words of [title, ...summary, ...questions.map(({ text }) => text)])
        expect(page.text()).toContain(words);
      const box = page.find('#huoti-choice-liveness');
      expect(box?.attributes).toMatchObject({ 'aria-role': 'checkbox', 'aria-checked': 'false' });
      expect(box?.attributes['aria-label']).toBe(questions[0]?.text);
      expect(page.find('#huoti-refuse')?.classes).toEqual(page.find('#huoti-consent')?.classes);
      expect(page.find('#huoti-large-text')?.attributes).toMatchObject({
        'aria-role': 'switch',
        'aria-checked': 'false',
      });
      await tap('huoti-consent');
      await page.waitForText('请勾选此项');
    },
    TEST_MS,
  );

  it(
    'an engine of 2018 can be asked, too: whether the check runs there is another question',
    async () => {
      const { host, page, tap, sees } = await open({ engine: 'old', promise: 'timeout' });
      await tap('huoti-age-adult');
      await tap('huoti-fold');
      await tap('huoti-choice-liveness');
      await page.waitFor(() => page.find('#huoti-choice-liveness')?.attributes['aria-checked'] === 'true');
      await tap('huoti-refuse');
      await sees('huoti-reopen');
      nothingHappened(host);
    },
    TEST_MS,
  );

  it(
    'a link straight to the check leads to the asking: that somebody agreed is not believed of an address',
    async () => {
      const { host } = await open();
      const check = await host.open('huoti/pages/live/index', { mode: 'local', agreed: 'true' });
      const asking = await check.waitFor(() => (host.front() === check ? null : host.front()), {
        timeoutMs: 60_000,
      });
      expect(asking.route).toBe('pages/consent/index');
      await asking.waitFor(() => asking.find('#huoti-age-adult'));
      expect(host.camera.states()).toEqual([]);
      expect(host.record.network).toEqual([]);
    },
    TEST_MS,
  );
});

/** The deployment as the demo has it without a server: nobody could look up a guardian's receipt. */
function withoutServer() {
  const given = readDeployment();
  const ages = { teens: 'refuse', children: 'refuse' } as const;
  return {
    ...given,
    versions: given.versions.map((one) => ({ ...one, terms: { ...one.terms, ages, platforms: [] } })),
  };
}

describe('a refusal', () => {
  it(
    'is told, offers the other way with the same weight, and nothing is alive or was ever begun',
    async () => {
      const { host, page, tap, sees } = await openServed();
      const { brightness } = host.facts;
      await tap('huoti-age-adult');
      await tap('huoti-refuse');
      await sees('huoti-reopen');
      expect(told(host)).toEqual([{ declined: 'choice' }]);
      expect(page.find('#huoti-alternative')?.classes).toEqual(page.find('#huoti-reopen')?.classes);
      expect(page.text()).toContain('相机没有打开，也没有发送任何信息。');
      await idle();
      nothingHappened(host);
      await nothingLeft(host, { brightness, page: 'left' });
      await tap('huoti-alternative');
      await page.waitFor(() => host.record.shown.some(({ api }) => api === 'showModal'));
      await host.back();
      await nothingLeft(host, { brightness, page: 'left' });
      nothingHappened(host);
    },
    TEST_MS,
  );

  it(
    'on the page that WeChat’s check begins on ends the try with DECLINED, before anything is sent',
    async () => {
      const { host, page, tap, sees } = await open({ query: { backend: BACKEND, mode: 'native' } });
      await tap('huoti-start');
      await tap('huoti-age-adult');
      await tap('huoti-refuse');
      await sees('huoti-reopen');
      expect(told(host)).toEqual([
        { result: expect.objectContaining({ reason: 'DECLINED', frameCount: 0 }) },
      ]);
      expect(page.find('#huoti-alternative')).not.toBeNull();
      nothingHappened(host);
    },
    TEST_MS,
  );
});

describe('somebody under 18', () => {
  it(
    'of 14 to 17 goes on with the receipt of a guardian’s consent, which is sent along',
    async () => {
      const { host, page, tap, sees, after, service } = await openServed();
      await tap('huoti-age-teen');
      await sees('huoti-code');
      await page.trigger('#huoti-code', 'input', { value: '1234' });
      await tap('huoti-send-code');
      await page.waitForText('编号不完整');
      nothingHappened(host);
      await page.trigger('#huoti-code', 'input', { value: RECEIPT });
      await tap('huoti-send-code');
      await tap('huoti-choice-liveness');
      await page.waitFor(() => page.find('#huoti-choice-liveness')?.attributes['aria-checked'] === 'true');
      await tap('huoti-consent');
      const check = await after();
      await check.waitFor(() => check.find('#huoti-start'), { timeoutMs: 60_000 });
      await check.tap('#huoti-start');
      await check.waitFor(() => service.consents.length > 0, { timeoutMs: 60_000 });
      expect(service.consents[0]).toMatchObject({ ageBand: 'teen', guardianReceiptId: RECEIPT });
      await host.back();
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'left' });
    },
    TEST_MS,
  );

  it.each(['child', 'teen'])(
    'is refused without a server that could look up a guardian’s consent: %s',
    async (band) => {
      const { host, page, tap, sees } = await open();
      await tap(`huoti-age-${band}`);
      await sees('huoti-alternative');
      await page.waitForText('您的年龄段不提供人脸核验');
      expect(page.find('#huoti-reopen')).toBeNull();
      expect(told(host)).toEqual([{ declined: band }]);
      nothingHappened(host);
    },
    TEST_MS,
  );

  it(
    'and under 14 is refused with a server, too: the deployment says so',
    async () => {
      const { host, page, tap, sent } = await openServed();
      await tap('huoti-age-child');
      await page.waitForText('您的年龄段不提供人脸核验');
      expect(sent).toEqual([]);
      nothingHappened(host);
    },
    TEST_MS,
  );
});

describe('after the choice', () => {
  it(
    'the package that did not arrive can be fetched again, without another asking',
    async () => {
      const failing = ['huoti'];
      const { host, page, tap, sees, after } = await open({ packages: { failing } });
      await agree(page);
      await sees('huoti-retry');
      expect(page.find('#huoti-alternative')).not.toBeNull();
      failing.length = 0;
      await tap('huoti-retry');
      const check = await after();
      await check.waitFor(() => check.find('#huoti-start'), { timeoutMs: 60_000 });
      expect(host.record.errors).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'the platform’s own privacy question comes next, with the start, and the camera after both',
    async () => {
      const { host, page, after } = await open({ privacy: { needed: true } });
      await agree(page);
      const check = await after();
      await check.waitFor(() => check.find('#huoti-start'), { timeoutMs: 60_000 });
      expect([host.privacy.askedCount, host.permission.askedCount]).toEqual([0, 0]);
      await check.tap('#huoti-start');
      await check.waitFor(() => check.find('#huoti-agree'), { timeoutMs: 60_000 });
      expect(host.permission.askedCount).toBe(0);
      await check.tap('#huoti-agree');
      await check.waitFor(() => host.permission.askedCount === 1, { timeoutMs: 60_000 });
    },
    TEST_MS,
  );

  it(
    'who comes back to the check is asked again',
    async () => {
      const { host, page, after } = await open();
      await agree(page);
      const check = await after();
      await check.waitFor(() => check.find('#huoti-start'), { timeoutMs: 60_000 });
      await host.back();
      const index = host.front();
      expect(index.route).toBe('pages/index/index');
      await index.tap('#begin');
      const again = await index.waitFor(() => (host.front() === index ? null : host.front()));
      expect(again.route).toBe('pages/consent/index');
    },
    TEST_MS,
  );
});
