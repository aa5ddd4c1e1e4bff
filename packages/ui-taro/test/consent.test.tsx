import { afterEach, describe, expect, it } from '@jest/globals';
import { createNotice } from '@huoti/privacy';
import type { ConsentProps } from '../src/index.js';
import { consentOf, deploymentOf, RECEIPT } from './harness/consent.js';
import { fakeCamera } from './harness/fakeCamera.js';
import { mount, type Mounted } from './harness/mount.js';
import { completed } from './harness/results.js';
import { platform } from './harness/taro.js';

const open: Mounted[] = [];
/** The component, start pressed: the first page of the asking. */
const ask = async (
  changes: Partial<ConsentProps> = {},
  props: Parameters<typeof mount>[0] = {},
): Promise<Mounted> => {
  const mounted = await mount({ consent: consentOf(changes), ...props });
  open.push(mounted);
  await mounted.tap('huoti-start');
  return mounted;
};
const tickAll = async ({ tap }: Mounted): Promise<void> => {
  for (const choice of ['liveness', 'frames', 'comparison']) await tap(`huoti-choice-${choice}`);
};
const notice = (language: 'zh-CN' | 'en') =>
  createNotice({
    deployment: deploymentOf(),
    level: 'frames',
    comparison: true,
    language,
    atMs: Date.now(),
  });
const checked = ({ find }: Mounted, choice: string): unknown =>
  find(`huoti-choice-${choice}`).props['aria-checked'];
const classOf = ({ find }: Mounted, id: string): unknown => find(id).props.className;

afterEach(async () => {
  for (const mounted of open.splice(0)) await mounted.unmount();
  platform.app = { language: 'zh_CN', fontSizeSetting: 17 };
});

describe('before the choice', () => {
  it('no session is made and no camera is in the view, on whatever page', async () => {
    const camera = fakeCamera();
    const mounted = await ask({}, { cameraElement: camera });
    const nothing = (): void => {
      expect(mounted.requests).toEqual([]);
      expect(mounted.byClass('huoti-camera')).toEqual([]);
      expect(mounted.byClass('huoti-stage')).toEqual([]);
    };
    nothing();
    await mounted.tap('huoti-age-adult');
    nothing();
    await tickAll(mounted);
    nothing();
    await mounted.tap('huoti-consent');
    expect(mounted.requests).toHaveLength(1);
  });
});

describe('the age', () => {
  it('is asked first, each answer with the same weight, and the other way beside them', async () => {
    const mounted = await ask();
    const bands = ['huoti-age-adult', 'huoti-age-teen', 'huoti-age-child', 'huoti-alternative'];
    expect(new Set(bands.map((id) => classOf(mounted, id)))).toEqual(new Set(['huoti-button huoti-even']));
    expect(mounted.words()).toContain('不满14周岁');
    await mounted.tap('huoti-alternative');
    expect(mounted.told).toEqual(['start 1', 'cancel', 'alternative from intro']);
  });

  it('is not asked where the backend has said it', async () => {
    const { has } = await ask({ ageBand: 'adult' });
    expect([has('huoti-age-adult'), has('huoti-consent')]).toEqual([false, true]);
  });

  it('under 14 is refused: the result says so, and the other way is offered', async () => {
    const mounted = await ask();
    await mounted.tap('huoti-age-child');
    expect(mounted.results[0]).toMatchObject({ status: 'failed', reason: 'DECLINED' });
    expect(mounted.words()).toContain('您的年龄段不提供人脸核验。');
    expect([mounted.has('huoti-reopen'), mounted.has('huoti-alternative')]).toEqual([false, true]);
    expect(mounted.requests).toEqual([]);
  });
});

describe('the guardian of somebody of 14 to 17', () => {
  it('is reached by the page’s own way, and the receipt goes along', async () => {
    const mounted = await ask({ guardian: () => Promise.resolve(RECEIPT) });
    await mounted.tap('huoti-age-teen');
    await mounted.tap('huoti-guardian');
    await tickAll(mounted);
    await mounted.tap('huoti-consent');
    expect(mounted.requests[0]?.consent).toMatchObject({ ageBand: 'teen', guardianReceiptId: RECEIPT });
  });

  it('who did not agree, or was not reached, leads nowhere', async () => {
    for (const guardian of [() => Promise.resolve(null), () => Promise.reject(new Error('left'))]) {
      const mounted = await ask({ guardian });
      await mounted.tap('huoti-age-teen');
      await mounted.tap('huoti-guardian');
      expect(mounted.words()).toContain('尚未取得监护人的同意。');
      expect([mounted.has('huoti-consent'), mounted.has('huoti-alternative')]).toEqual([false, true]);
      expect(mounted.requests).toEqual([]);
    }
  });

  it('is named by the code of a receipt where the page has no way of its own; a wrong one is said', async () => {
    const mounted = await ask();
    const type = (value: string) =>
      mounted.does(() =>
        (mounted.find('huoti-code').props as { onInput(event: object): void }).onInput({ detail: { value } }),
      );
    await mounted.tap('huoti-age-teen');
    await type('12345');
    await mounted.tap('huoti-send-code');
    expect(classOf(mounted, 'huoti-code')).toContain('huoti-missing');
    expect(mounted.byClass('huoti-spoken')[0]?.children.join('')).toContain('22');
    expect(mounted.has('huoti-consent')).toBe(false);
    await type(` ${RECEIPT} `);
    await mounted.tap('huoti-send-code');
    expect(mounted.has('huoti-consent')).toBe(true);
  });
});

describe('the notice', () => {
  const reading = async (...given: Parameters<typeof ask>): Promise<Mounted> => {
    const mounted = await ask(...given);
    await mounted.tap('huoti-age-adult');
    return mounted;
  };

  it('is that of the deployment, word for word, and whole once it is unfolded', async () => {
    const mounted = await reading();
    const { title, summary, sections, questions } = notice('zh-CN');
    const shown = () => mounted.words();
    expect(shown()).toEqual(
      expect.arrayContaining([title, ...summary, ...questions.map(({ text }) => text)]),
    );
    const [first] = sections;
    expect(shown()).not.toContain(first?.title);
    expect(mounted.find('huoti-fold').props['aria-expanded']).toBe('false');
    await mounted.tap('huoti-fold');
    const whole = sections.flatMap(({ title: head, paragraphs }) => [head, ...paragraphs]);
    expect(shown()).toEqual(expect.arrayContaining(whole));
    expect(mounted.find('huoti-fold').props['aria-expanded']).toBe('true');
  });

  it('has every question unticked, each with a box of its own that a screen reader knows', async () => {
    const mounted = await reading();
    for (const { choice, text } of notice('zh-CN').questions) {
      const { props } = mounted.find(`huoti-choice-${choice}`);
      expect(props).toMatchObject({ 'aria-role': 'checkbox', 'aria-checked': 'false', 'aria-label': text });
    }
    await mounted.tap('huoti-choice-frames');
    expect(['liveness', 'frames', 'comparison'].map((choice) => checked(mounted, choice))).toEqual([
      'false',
      'true',
      'false',
    ]);
    await mounted.tap('huoti-choice-frames');
    expect(checked(mounted, 'frames')).toBe('false');
  });

  it('agreed to with a question left out: nothing begins, and the page says which', async () => {
    const mounted = await reading();
    await mounted.tap('huoti-choice-liveness');
    await mounted.tap('huoti-consent');
    expect(mounted.requests).toEqual([]);
    expect(classOf(mounted, 'huoti-choice-frames')).toContain('huoti-missing');
    expect(mounted.byClass('huoti-scroll')[0]?.props.scrollIntoView).toBe('huoti-choice-frames');
    expect(mounted.byClass('huoti-spoken')[0]?.children.join('')).toBe('如同意，请先逐项勾选。');
  });

  it('agreed to, the session is given what was shown and answered', async () => {
    const mounted = await reading();
    await tickAll(mounted);
    await mounted.tap('huoti-consent');
    const { textHash, inventoryHash } = notice('zh-CN');
    const consent = {
      level: 'frames',
      policyVersion: '1',
      ...{ textHash, inventoryHash },
      language: 'zh-CN',
      choices: { liveness: true, frames: true, comparison: true },
      ageBand: 'adult',
    };
    expect(mounted.requests.map((request) => request.consent)).toEqual([consent]);
    expect(mounted.told).toEqual(['start 1']);
    expect(mounted.consents).toEqual([consent]);
    await mounted.does(() => mounted.session.end(completed));
    expect(mounted.told).toEqual(['start 1', 'result completed']);
  });

  it('is refused as easily as agreed to: two buttons of one look', async () => {
    const mounted = await reading();
    expect(classOf(mounted, 'huoti-refuse')).toBe(classOf(mounted, 'huoti-consent'));
    await mounted.tap('huoti-refuse');
    expect(mounted.results[0]).toMatchObject({ status: 'failed', reason: 'DECLINED', frameCount: 0 });
    expect(mounted.requests).toEqual([]);
    expect(mounted.words()).toEqual(
      expect.arrayContaining(['您没有同意', '相机没有打开，也没有发送任何信息。']),
    );
    expect(classOf(mounted, 'huoti-alternative')).toBe(classOf(mounted, 'huoti-reopen'));
    expect(mounted.has('huoti-back')).toBe(false);
    await mounted.tap('huoti-alternative');
    expect(mounted.told.filter((line) => line.startsWith('alternative'))).toHaveLength(1);
  });

  it('declined is read again on the person’s own wish only, with every box unticked', async () => {
    const mounted = await reading();
    await tickAll(mounted);
    await mounted.tap('huoti-refuse');
    await mounted.tap('huoti-reopen');
    expect(checked(mounted, 'liveness')).toBe('false');
    await tickAll(mounted);
    await mounted.tap('huoti-consent');
    expect(mounted.requests).toHaveLength(1);
  });

  it('is in the person’s language', async () => {
    const mounted = await reading({}, { lang: 'en-GB' });
    expect(mounted.words()).toContain(notice('en').title);
    await tickAll(mounted);
    await mounted.tap('huoti-consent');
    expect(mounted.requests[0]?.consent).toMatchObject({
      language: 'en',
      textHash: notice('en').textHash,
    });
  });

  it('asks nothing where a ground in law stands in the consent’s place, and names the ground', async () => {
    const mounted = await ask({ legalGround: 'public-interest' });
    expect(mounted.has('huoti-choice-liveness')).toBe(false);
    expect(mounted.words().join()).toContain('公共安全');
    await mounted.tap('huoti-consent');
    expect(mounted.requests.map(({ consent }) => consent)).toEqual([null]);
  });
});

describe('the asking', () => {
  it('is read in larger letters by a switch that a screen reader knows', async () => {
    const mounted = await ask();
    const size = (): number => {
      const [root] = mounted.byClass('huoti-root');
      return Number(/--_em: ([\d.]+)px/.exec(String(root?.props.style))?.[1]);
    };
    const before = size();
    expect(mounted.find('huoti-large-text').props).toMatchObject({
      'aria-role': 'switch',
      'aria-checked': 'false',
    });
    await mounted.tap('huoti-large-text');
    expect(size()).toBeCloseTo(before * 1.5, 1);
    expect(mounted.find('huoti-large-text').props['aria-checked']).toBe('true');
    await mounted.tap('huoti-age-adult');
    expect(size()).toBeCloseTo(before * 1.5, 1);
  });

  it('can be gone back through, and left from its first page', async () => {
    const mounted = await ask();
    await mounted.tap('huoti-age-adult');
    await mounted.tap('huoti-back');
    expect(mounted.has('huoti-age-adult')).toBe(true);
    await mounted.tap('huoti-back');
    expect(mounted.has('huoti-start')).toBe(true);
    expect(mounted.told).toEqual(['start 1', 'cancel']);
  });

  it('left with its page, tells nobody of an answer and makes nothing', async () => {
    const mounted = await ask();
    await mounted.unmount();
    expect(mounted.requests).toEqual([]);
    expect(mounted.told).toEqual(['start 1', 'cancel']);
  });

  it('is not repeated for another try after a failed one', async () => {
    const mounted = await ask({ ageBand: 'adult' });
    await tickAll(mounted);
    await mounted.tap('huoti-consent');
    await mounted.does(() => mounted.session.fail('NETWORK_FAILED', true));
    await mounted.tap('huoti-retry');
    expect(mounted.requests).toHaveLength(2);
    expect(mounted.requests[1]?.consent).toEqual(mounted.requests[0]?.consent);
    expect(mounted.consents).toHaveLength(1);
  });

  it('is repeated where the server finds the notice outdated and the page fetches a newer one', async () => {
    const newer = deploymentOf({ children: 'with-guardian' });
    const [version] = newer.versions;
    if (version === undefined) throw new Error('no version');
    const renewed = {
      ...newer,
      versions: [version, { ...version, version: '2', publishedAtMs: version.publishedAtMs + 86_400_000 }],
    };
    const mounted = await ask({ ageBand: 'adult', renew: () => Promise.resolve(renewed) });
    await tickAll(mounted);
    await mounted.tap('huoti-consent');
    await mounted.does(() => mounted.session.fail('CONSENT_REQUIRED', false));
    expect(mounted.words().join()).toContain('告知内容有更新');
    expect(checked(mounted, 'frames')).toBe('false');
    await tickAll(mounted);
    await mounted.tap('huoti-consent');
    expect(mounted.requests.map(({ consent }) => consent?.policyVersion)).toEqual(['1', '2']);
  });

  it('of a level that the operator never promised does not begin', async () => {
    const deployment = deploymentOf();
    const terms = deployment.versions.map((one) => ({
      ...one,
      terms: { ...one.terms, levels: ['none'] as const },
    }));
    const mounted = await ask({ deployment: { ...deployment, versions: terms } });
    expect(mounted.told).toEqual(['start 1', 'error INVALID_ARGUMENT']);
    expect(mounted.requests).toEqual([]);
  });
});
