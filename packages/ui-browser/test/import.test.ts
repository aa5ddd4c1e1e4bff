import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestPage, type TestPage } from './harness/openTestPage.js';

let testPage: TestPage;
beforeAll(async () => {
  testPage = await openTestPage();
}, 60000);
afterAll(() => testPage.close());

describe('importing the package', () => {
  it('defines no element, listens to nothing, stores nothing, asks for nothing, changes nothing', async () => {
    const context = await testPage.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const calls: string[] = [];
      Object.assign(window, { calls });
      const watch = (owner: object, name: string, label: string): void => {
        const target = owner as Record<string, (...rest: unknown[]) => unknown>;
        const original = target[name];
        if (original === undefined) return;
        target[name] = function (this: unknown, ...rest: unknown[]) {
          calls.push(label);
          return original.apply(this, rest);
        };
      };
      watch(CustomElementRegistry.prototype, 'define', 'customElements.define');
      watch(EventTarget.prototype, 'addEventListener', 'addEventListener');
      watch(window, 'setTimeout', 'setTimeout');
      watch(window, 'setInterval', 'setInterval');
      watch(window, 'requestAnimationFrame', 'requestAnimationFrame');
      watch(window, 'fetch', 'fetch');
      watch(XMLHttpRequest.prototype, 'open', 'XMLHttpRequest');
      watch(Storage.prototype, 'setItem', 'storage');
      watch(Node.prototype, 'appendChild', 'appendChild');
      watch(Node.prototype, 'insertBefore', 'insertBefore');
      watch(Element.prototype, 'append', 'append');
      watch(Navigator.prototype, 'sendBeacon', 'sendBeacon');
      watch(MediaDevices.prototype, 'getUserMedia', 'getUserMedia');
      watch(MediaDevices.prototype, 'enumerateDevices', 'enumerateDevices');
    });
    await page.goto(`${testPage.origin}/blank`);
    const seen = await page.evaluate(async () => {
      const { calls } = window as { calls?: string[] };
      const before = document.documentElement.outerHTML;
      const from = calls?.length ?? 0;
      const names = Object.keys((await import('/import.js' as string)) as object).sort();
      return {
        names,
        calls: calls?.slice(from),
        unchanged: document.documentElement.outerHTML === before,
        defined: customElements.get('huoti-liveness') !== undefined,
        cookies: document.cookie,
      };
    });
    expect(seen).toEqual({
      names: ['HuotiLivenessElement', 'defineHuotiLiveness'],
      calls: [],
      unchanged: true,
      defined: false,
      cookies: '',
    });
    await context.close();
  });
});
