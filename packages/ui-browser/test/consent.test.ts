import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsentRequest } from '@huoti/protocol';
import type { Page } from 'playwright-core';
import { RECEIPT, type ConsentScript } from './harness/consentFor.js';
import { openTestPage, type TestPage } from './harness/openTestPage.js';
import { completed, failed } from './harness/screens.js';
import { watchHost } from './harness/watchHost.js';

let testPage: TestPage;
let page: Page;
let requests: string[];

beforeAll(async () => {
  testPage = await openTestPage();
}, 60000);
afterAll(() => testPage.close());
beforeEach(async () => {
  ({ page, requests } = await testPage.open({ viewport: { width: 375, height: 812 } }, watchHost));
});
afterEach(() => page.context().close());

const part = (name: string) => page.locator(`huoti-liveness [part~="${name}"]`);
const choice = (name: string) => page.locator(`huoti-liveness #choice-${name}`);
const headline = (): Promise<string | null> => page.locator('huoti-liveness #headline').innerText();
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const inner = window.harness.element()?.shadowRoot?.activeElement;
    return (inner?.id || inner?.getAttribute('part')) ?? '';
  });
const mount = async (consent: ConsentScript = {}): Promise<void> => {
  await page.evaluate((script) => window.harness.mount({ consent: script }), consent);
  // The pages are loaded as soon as the element knows that it has something to ask.
  await page.waitForLoadState('networkidle');
};
const start = async (): Promise<void> => {
  await part('start-button').click();
  await part('consent').waitFor();
};
const toNotice = async (consent: ConsentScript = {}): Promise<void> => {
  await mount({ ageBand: 'adult', ...consent });
  await start();
};
const tickAll = async (): Promise<void> => {
  for (const name of ['liveness', 'frames', 'comparison']) await choice(name).check();
};
const agree = async (): Promise<void> => {
  await tickAll();
  await part('agree-button').click();
};
const seen = (type: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) =>
      window.harness
        .seen()
        .filter((one) => one.type === wanted)
        .map(({ detail }) => detail),
    type,
  );
const made = (): Promise<number> => page.evaluate(() => window.harness.liveSessions.made);
const given = (): Promise<(ConsentRequest | null)[]> => page.evaluate(() => window.harness.given());
const end = (result: Parameters<typeof failed>[0] | 'completed'): Promise<void> =>
  page.evaluate(
    (one) => window.harness.play([{ do: 'end', result: one }]),
    result === 'completed' ? completed : failed(result),
  );
const outdated = (): Promise<void> =>
  page.evaluate(() => window.harness.play([{ do: 'fail', code: 'CONSENT_REQUIRED', retryable: true }]));

describe('before the choice', () => {
  it('from the press on start to the answer there is no camera, request, worker, storage or timer', async () => {
    await mount();
    const before = requests.length;
    await page.evaluate(() => (window.huotiHost.calls.length = 0));
    await start();
    await page.locator('huoti-liveness [data-band="teen"]').click();
    await part('back-button').click();
    await page.locator('huoti-liveness [data-band="adult"]').click();
    await part('fold-button').click();
    await part('large-text-switch').click();
    await tickAll();
    await page.waitForTimeout(600);
    const { calls, timers } = await page.evaluate(() => ({
      calls: window.huotiHost.calls,
      timers: window.huotiHost.timers(),
    }));
    expect({ calls, timers, requests: requests.slice(before), made: await made() }).toEqual({
      calls: [],
      timers: 0,
      requests: [],
      made: 0,
    });
    expect(await page.evaluate(() => window.huotiSpeech.listed)).toBe(0);
    // And this watch would have noticed.
    await part('agree-button').click();
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
    expect(await page.evaluate(() => window.huotiHost.timers())).toBeGreaterThan(0);
  });

  it('the default session of the element waits too, and then opens the camera', async () => {
    await toNotice();
    await page.evaluate(() => window.harness.useHost());
    await tickAll();
    expect(await page.evaluate(() => window.harness.hostCalls)).toEqual([]);
    await part('agree-button').click();
    await part('outcome').waitFor();
    expect(await page.evaluate(() => window.harness.hostCalls)).toEqual(['landmarker', 'camera']);
  });

  it('whoever leaves in the middle leaves nothing behind, by back, by the other way, by removal', async () => {
    for (const leave of ['back', 'other way', 'removal'] as const) {
      await toNotice();
      if (leave === 'back') await part('back-button').click();
      else if (leave === 'other way') await part('alternative-button').click();
      else await page.evaluate(() => window.harness.element()?.remove());
      await page.waitForTimeout(50);
      expect(await page.evaluate(() => window.huotiHost.timers())).toBe(0);
      expect(await made()).toBe(0);
      // What is out of the page tells the page nothing.
      expect(await seen('huoti-cancel')).toHaveLength(leave === 'removal' ? 0 : 1);
      expect(await seen('alternative-called')).toHaveLength(leave === 'other way' ? 1 : 0);
    }
  });

  it('pages that ask by themselves load none of it', async () => {
    const loaded = requests.length;
    await page.evaluate(() => window.harness.mount());
    await page.waitForLoadState('networkidle');
    expect(requests.length).toBe(loaded);
    await mount();
    expect(requests.length).toBeGreaterThan(loaded);
  });
});

describe('the choice', () => {
  it('has agree, refuse and the other way in one size, weight and colour', async () => {
    await toNotice();
    const looks = await page.locator('huoti-liveness .buttons button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        const style = getComputedStyle(button);
        const { fontSize, fontWeight, color, backgroundColor, border, opacity } = style;
        return { width, height, fontSize, fontWeight, color, backgroundColor, border, opacity };
      }),
    );
    expect(looks).toHaveLength(3);
    expect(looks[1]).toEqual(looks[0]);
    expect(looks[2]).toEqual(looks[0]);
  });

  it('is one box for each question, none ticked', async () => {
    await toNotice();
    const boxes = page.locator('huoti-liveness .question input');
    expect(
      await boxes.evaluateAll((all) => all.map((one) => [one.id, (one as HTMLInputElement).checked])),
    ).toEqual([
      ['choice-liveness', false],
      ['choice-frames', false],
      ['choice-comparison', false],
    ]);
  });

  it('pressed too early says what is missing and moves there, each time', async () => {
    await toNotice();
    await choice('liveness').check();
    const alert = page.locator('huoti-liveness [role=alert]');
    expect(await alert.innerText()).toBe('');
    for (let press = 0; press < 2; press += 1) {
      await part('agree-button').click();
      await page.waitForFunction(
        () => window.harness.element()?.shadowRoot?.activeElement?.id === 'choice-frames',
      );
      expect(await alert.innerText()).toBe('To agree, tick each point first.');
      await choice('liveness').focus();
    }
    expect(await choice('frames').getAttribute('aria-invalid')).toBe('true');
    const described = await choice('frames').getAttribute('aria-describedby');
    expect(await page.locator(`huoti-liveness #${described}`).innerText()).toBe('Tick this to agree.');
    // In view, and not under the buttons that stay.
    const [box, buttons] = [
      await choice('frames').boundingBox(),
      await page.locator('huoti-liveness .buttons').boundingBox(),
    ];
    expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThan(buttons?.y ?? 0);
    expect(await made()).toBe(0);
  });

  it('agreed to is told once and given to the session', async () => {
    await toNotice();
    await agree();
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
    const [consent] = await seen('huoti-consent');
    expect(consent).toMatchObject({
      level: 'frames',
      policyVersion: '1',
      language: 'en',
      choices: { liveness: true, frames: true, comparison: true },
    });
    expect(await given()).toEqual([consent]);
  });

  it('declined is a result, DECLINED, with the other way beside "read it again", and nobody is asked again', async () => {
    await toNotice();
    await part('refuse-button').click();
    await part('declined').waitFor();
    expect(await seen('huoti-result')).toMatchObject([
      { status: 'failed', reason: 'DECLINED', nonce: '', frameCount: 0 },
    ]);
    expect(await seen('huoti-consent')).toEqual([]);
    expect(await headline()).toBe('You did not agree');
    expect(await focused()).toBe('headline');
    const sizes = await page
      .locator('huoti-liveness .buttons button')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('part'), one.clientWidth, one.clientHeight]));
    expect(sizes.map(([name]) => name)).toEqual(['button alternative-button', 'button reopen-button']);
    expect(sizes[0]?.slice(1)).toEqual(sizes[1]?.slice(1));
    await page.waitForTimeout(600);
    expect(await part('declined').count()).toBe(1);
    expect(await page.evaluate(() => window.huotiHost.timers())).toBe(0);
    expect(await made()).toBe(0);
  });

  it('is asked again only by the person’s own press, with nothing ticked, as a new try', async () => {
    await toNotice();
    await tickAll();
    await part('refuse-button').click();
    await part('reopen-button').click();
    await part('notice').waitFor();
    expect(await page.locator('huoti-liveness .question input:checked').count()).toBe(0);
    expect(await seen('huoti-start')).toEqual([{ attempt: 1 }, { attempt: 2 }]);
    await agree();
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
  });

  it('in another language is made anew', async () => {
    await toNotice();
    await tickAll();
    await page.evaluate(() => window.harness.element()?.setAttribute('lang', 'ar'));
    await page.locator('huoti-liveness .root[lang=ar][dir=rtl]').waitFor();
    expect(await page.locator('huoti-liveness .question input:checked').count()).toBe(0);
    await agree();
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
    expect(await given()).toMatchObject([{ language: 'ar' }]);
  });
});

describe('age and guardian', () => {
  it('too young by the policy ends it with the right words, and there is no second question', async () => {
    await mount();
    await start();
    await page.locator('huoti-liveness [data-band="child"]').click();
    await part('declined').waitFor();
    expect(await headline()).toBe('The face check is not offered at your age.');
    expect(await part('reopen-button').count()).toBe(0);
    expect(await part('back-button').count()).toBe(0);
    expect(await seen('huoti-result')).toMatchObject([{ reason: 'DECLINED' }]);
  });

  it('a guardian’s flow leads on with its receipt, or says that there is none', async () => {
    for (const guardian of ['agrees', 'refuses', 'breaks'] as const) {
      await mount({ guardian });
      await start();
      await page.locator('huoti-liveness [data-band="teen"]').click();
      await part('guardian-button').click();
      if (guardian === 'agrees') {
        await agree();
        await page.waitForFunction(() => window.harness.liveSessions.made === 1);
        expect(await given()).toMatchObject([{ ageBand: 'teen', guardianReceiptId: RECEIPT }]);
      } else {
        await page.locator('huoti-liveness .missing').waitFor();
        expect(await page.locator('huoti-liveness [role=alert]').innerText()).toBe(
          'There is no consent of a parent or guardian yet.',
        );
      }
      await page.evaluate(() => window.harness.element()?.cancel());
    }
  });

  it('a flow that never comes back holds nobody: back and the other way stay', async () => {
    await mount({ guardian: 'never comes back' });
    await start();
    await page.locator('huoti-liveness [data-band="teen"]').click();
    await part('guardian-button').click();
    expect(await part('guardian-button').getAttribute('aria-disabled')).toBe('true');
    await part('back-button').click();
    await part('age').waitFor();
  });

  it('a code is typed and sent with Enter; what is none is told at the field', async () => {
    await mount();
    await start();
    await page.locator('huoti-liveness [data-band="teen"]').click();
    const field = page.getByLabel('Code of your guardian’s consent');
    await field.fill('123');
    await field.press('Enter');
    await page.locator('huoti-liveness .missing').waitFor();
    expect(await focused()).toBe('guardian-code');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(` ${RECEIPT} `);
    await field.press('Enter');
    await part('notice').waitFor();
  });
});

describe('a further try', () => {
  it('after one that failed goes on from what was agreed to; after a completed one the person is asked', async () => {
    await toNotice();
    await agree();
    await end('CHALLENGE_TIMEOUT');
    await part('retry-button').click();
    await page.waitForFunction(() => window.harness.liveSessions.made === 2);
    expect(await seen('huoti-consent')).toHaveLength(1);
    expect((await given())[1]).toEqual((await given())[0]);
    await end('completed');
    await page.evaluate(() => void window.harness.element()?.retry());
    await part('notice').waitFor();
    expect(await made()).toBe(2);
  });

  it('that the page starts by itself is asked anew', async () => {
    await toNotice();
    await agree();
    await end('CHALLENGE_TIMEOUT');
    await page.evaluate(() => void window.harness.element()?.start());
    await part('notice').waitFor();
    expect(await page.locator('huoti-liveness .question input:checked').count()).toBe(0);
  });

  it('a consent that the server finds outdated is asked for once more, with a line that says so', async () => {
    await toNotice({ renews: true });
    await agree();
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
    await outdated();
    await part('renewed').waitFor();
    expect(await part('renewed').innerText()).toContain('has changed since you agreed');
    expect(await page.locator('huoti-liveness #headline').getAttribute('aria-describedby')).toBe('renewed');
    await agree();
    await page.waitForFunction(() => window.harness.liveSessions.made === 2);
    expect((await given()).map((one) => one?.policyVersion)).toEqual(['1', '2']);
    // A server that refuses that one too has another fault: no endless asking.
    await outdated();
    expect(await seen('huoti-error')).toMatchObject([{ code: 'CONSENT_REQUIRED' }]);
    await part('retry-button').click();
    await part('notice').waitFor();
  });

  it('is not asked for anew where nothing has changed: the fault is told', async () => {
    await toNotice();
    await agree();
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
    await outdated();
    expect(await seen('huoti-error')).toMatchObject([{ code: 'CONSENT_REQUIRED' }]);
  });
});

describe('a ground in law', () => {
  it('is named with the notice; nothing is ticked, and no consent is told or given', async () => {
    await mount({ legalGround: 'criminal-procedure' });
    await start();
    expect(await part('legal-ground').innerText()).toContain('prosecution');
    expect(await page.locator('huoti-liveness .question').count()).toBe(0);
    await part('agree-button').click();
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
    expect(await given()).toEqual([null]);
    expect(await seen('huoti-consent')).toEqual([]);
  });
});

describe('keyboard and screen reader', () => {
  it('the whole way with the keyboard alone, headline first on each page', async () => {
    await mount();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await part('age').waitFor();
    expect(await focused()).toBe('headline');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await part('notice').waitFor();
    expect(await focused()).toBe('headline');
    const order: string[] = [];
    for (let stop = 0; stop < 7; stop += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused());
      if (order[stop]?.startsWith('choice-')) await page.keyboard.press('Space');
    }
    expect(order).toEqual([
      'fold-button',
      'choice-liveness',
      'choice-frames',
      'choice-comparison',
      'button agree-button',
      'button refuse-button',
      'button alternative-button',
    ]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.harness.liveSessions.made === 1);
    expect(await focused()).toBe('headline');
  });

  it('is told as a region with a heading, a named group of boxes, and switches that say how they stand', async () => {
    await toNotice();
    await choice('frames').check();
    await part('large-text-switch').click();
    const tree = await page.locator('huoti-liveness').ariaSnapshot();
    expect(tree).toContain('region "Consent to the face check"');
    expect(tree).toContain('heading "How Example Bank checks your face" [level=2]');
    expect(tree).toContain('group "Please decide on each point"');
    expect(tree).toMatch(/checkbox "I agree that Example Bank uses my camera[^"]*"(?! \[checked\])/);
    expect(tree).toMatch(/checkbox "I agree that pictures[^"]*" \[checked\]/);
    expect(tree).toContain('switch "Large text" [checked]');
    expect(tree).toContain('button "Read everything"');
  });

  it('large letters are half as large again on each page, and off again', async () => {
    await toNotice();
    const size = (): Promise<number> =>
      page
        .locator('huoti-liveness .summary p')
        .first()
        .evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    const plain = await size();
    await part('large-text-switch').click();
    expect((await size()) / plain).toBeCloseTo(1.5);
    await part('refuse-button').click();
    await page.locator('huoti-liveness .consent.large').waitFor();
    await part('large-text-switch').click();
    expect(await page.locator('huoti-liveness .consent.large').count()).toBe(0);
  });

  it('forced colours keep lines around what is chosen', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await toNotice();
    const borders = await page
      .locator('huoti-liveness .question, huoti-liveness .buttons .button')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderStyle));
    expect(borders).toEqual(['solid', 'solid', 'solid', 'solid', 'solid', 'solid']);
  });
});

describe('the voice', () => {
  const speech = () => page.evaluate(() => ({ ...window.huotiSpeech }));
  const voices = (list: { lang: string; localService: boolean }[]): Promise<void> =>
    page.evaluate((all) => void (window.huotiSpeech.voices = all), list);

  it('is one of the device’s own: a remote one would send the text away', async () => {
    await toNotice();
    await voices([
      { lang: 'en-US', localService: false },
      { lang: 'en_GB', localService: true },
    ]);
    expect((await speech()).listed).toBe(0);
    await part('read-aloud-switch').click();
    const { spoken } = await speech();
    expect(spoken.length).toBeGreaterThan(5);
    expect(spoken.every(({ local, lang }) => local && lang === 'en_GB')).toBe(true);
    expect(spoken[0]?.text).toBe('How Example Bank checks your face');
  });

  it('reads each page that comes, what stands in the way, and falls silent when the person leaves', async () => {
    await toNotice();
    await voices([{ lang: 'en', localService: true }]);
    await part('read-aloud-switch').click();
    await part('agree-button').click();
    expect((await speech()).spoken.at(-1)?.text).toBe('To agree, tick each point first.');
    await part('refuse-button').click();
    expect((await speech()).spoken.some(({ text }) => text === 'You did not agree')).toBe(true);
    const { cancelled } = await speech();
    await part('alternative-button').click();
    await page.waitForFunction((before) => window.huotiSpeech.cancelled > before, cancelled);
    expect(await part('read-aloud-switch').getAttribute('aria-checked')).toBe('false');
  });

  it('falls silent when the element is taken away', async () => {
    await toNotice();
    await voices([{ lang: 'en', localService: true }]);
    await part('read-aloud-switch').click();
    const { cancelled } = await speech();
    await page.evaluate(() => window.harness.element()?.remove());
    await page.waitForFunction((before) => window.huotiSpeech.cancelled > before, cancelled);
  });

  it('that the device does not have is told, and the switch goes', async () => {
    await toNotice();
    await voices([{ lang: 'en-US', localService: false }]);
    await part('read-aloud-switch').click();
    await page.getByText('This device has no voice of its own for this language.').waitFor();
    expect(await part('read-aloud-switch').count()).toBe(0);
    const { spoken, waiting } = await speech();
    expect({ spoken, waiting, timers: await page.evaluate(() => window.huotiHost.timers()) }).toEqual({
      spoken: [],
      waiting: 0,
      timers: 0,
    });
  });
});
