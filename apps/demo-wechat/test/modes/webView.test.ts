import { afterEach, describe, expect, it } from '@jest/globals';
import type { MiniProgramHost } from '@huoti/wx-host';
import { nothingLeft } from '../executed/support/nothingLeft.js';
import { openMode, type OpenMode } from './support/openMode.js';
import { PAGE_URL, type ServersOptions } from './support/playServers.js';

const TEST_MS = 120_000;

const hosts: MiniProgramHost[] = [];
afterEach(() => hosts.splice(0).forEach((host) => host.close()));

const open = async (servers: ServersOptions = {}): Promise<OpenMode> => {
  const opened = await openMode('web-view', servers);
  hosts.push(opened.host);
  return opened;
};

describe('the mode web-view of the built mini-program', () => {
  it(
    'shows the session’s address, asks the backend when the person is back, and shows how it ended',
    async () => {
      const { host, page, sent, service, start, end, covered } = await open({ level: 'trace' });
      await start();
      const shown = await covered();
      expect(shown.route).toBe('pages/web-view/index');
      await shown.waitFor(() => shown.find('web-view'));
      expect(shown.find('web-view')?.attributes['src']).toBe(PAGE_URL);
      expect(sent).toEqual([{ step: 'backend POST /liveness/sessions', body: '{"mode":"web-view"}' }]);
      await host.back();
      expect(await end()).toMatchObject({ outcome: { sessionId: service.sessionId, status: 'completed' } });
      await page.waitForText('检测完成');
      // The service itself is the page's to talk to.
      expect(sent.slice(1)).toEqual([
        { step: `backend GET /liveness/sessions/${service.sessionId}/outcome`, body: '' },
      ]);
      expect(host.permission.askedCount).toBe(0);
      expect(host.record.errors).toEqual([]);
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'open' });
    },
    TEST_MS,
  );

  it(
    'a person who comes back too early may try again',
    async () => {
      const { host, page, start, end, covered } = await open({ outcome: null });
      await start();
      await covered();
      await host.back();
      expect(await end()).toMatchObject({ error: { code: 'ABORTED', retryable: true } });
      await page.waitFor(() => page.find('#huoti-retry'));
    },
    TEST_MS,
  );

  it(
    'pictures without the operator’s clearance: HOST_FORBIDS before anything opens',
    async () => {
      const { host, page, start, end } = await open({
        level: 'frames',
        refusedHosts: ['wechat', 'wechat-web-view'],
      });
      await start();
      expect(await end()).toMatchObject({ error: { code: 'HOST_FORBIDS' } });
      await page.waitForText('当前小程序不允许进行这项检测');
      expect(host.front()).toBe(page);
      expect(page.find('#huoti-retry')).toBeNull();
      expect(page.find('#huoti-alternative')).not.toBeNull();
    },
    TEST_MS,
  );

  it(
    'pictures with the clearance open the page',
    async () => {
      const { start, covered } = await open({ level: 'frames', refusedHosts: ['wechat'] });
      await start();
      expect((await covered()).route).toBe('pages/web-view/index');
    },
    TEST_MS,
  );

  it.each(['http://h5.operator.test/', 'javascript:alert(1)'])(
    'an address that is not https is not shown: %s',
    async (pageUrl) => {
      const { host, page, start, end } = await open({ pageUrl });
      await start();
      expect(await end()).toMatchObject({ error: { code: 'PROTOCOL_MALFORMED' } });
      expect(host.front()).toBe(page);
    },
    TEST_MS,
  );

  it(
    'a link straight to the page shows no address, whatever the link says',
    async () => {
      const { host } = await open();
      const page = await host.open('pages/web-view/index', { url: PAGE_URL, src: PAGE_URL });
      await page.waitForText('请从首页开始');
      expect(page.find('web-view')).toBeNull();
    },
    TEST_MS,
  );
});
