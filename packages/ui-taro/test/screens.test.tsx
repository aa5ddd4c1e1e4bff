import { afterEach, describe, expect, it } from '@jest/globals';
import type { Action, ErrorCode } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import { miniProgramEn, miniProgramZhCN, type MiniProgramMessageKey } from '../src/index.js';
import { mount, type Mounted } from './harness/mount.js';
import { completed, failed, outcome } from './harness/results.js';
import { platform } from './harness/taro.js';

const zh = (key: MiniProgramMessageKey): string => miniProgramZhCN.messages[key];

const phase = (
  name: 'loading' | 'opening' | 'finding' | 'calibrating' | 'neutral' | 'light' | 'closing',
): ScreenEvent => ({ type: 'phase-change', phase: name, atMs: 0 });
const challenge = (action: Action, index = 1): ScreenEvent => ({
  type: 'challenge-start',
  atMs: 0,
  action,
  index,
  count: 4,
  timeoutMs: 60000,
  again: false,
});

const open: Mounted[] = [];
const show = async (...given: Parameters<typeof mount>): Promise<Mounted> => {
  const mounted = await mount(...given);
  open.push(mounted);
  return mounted;
};
const running = async (...events: readonly ScreenEvent[]): Promise<Mounted> => {
  const mounted = await show();
  await mounted.tap('huoti-start');
  await mounted.does(() => events.forEach((event) => mounted.session.emit(event)));
  return mounted;
};

afterEach(async () => {
  for (const mounted of open.splice(0)) await mounted.unmount();
  platform.env = 'WEAPP';
});

describe('the first screen', () => {
  it('says what will be asked, and starts only when it is asked to', async () => {
    const { words, requests, told } = await show({ evidenceLevel: 'none' });
    expect(words()).toEqual(
      expect.arrayContaining(
        (
          [
            'intro.title',
            'intro.body',
            'intro.tip.light',
            'intro.privacy.none',
            'button.start',
            'button.alternative',
          ] as const
        ).map(zh),
      ),
    );
    expect([requests, told]).toEqual([[], []]);
  });

  it('promises nothing where it is not known what leaves the device', async () => {
    const { words } = await show();
    expect(words()).not.toContain(zh('intro.privacy.none'));
  });

  it.each([
    [undefined, 'intro.flash.optional'],
    ['preferred', 'intro.flash.optional'],
    ['required', 'intro.flash.required'],
  ] as const)('with light %s it says %s', async (light, key) => {
    expect((await show({ light })).words()).toContain(zh(key));
  });

  it('is silent on flashes where there are none', async () => {
    const { words, has } = await show({ light: 'off' });
    expect(words().join()).not.toContain('闪');
    expect(has('huoti-decline-flash')).toBe(false);
  });

  it('hands the session who goes without flashes', async () => {
    const { tap, find, words, requests } = await show({ light: 'preferred' });
    await tap('huoti-decline-flash');
    expect(find('huoti-decline-flash').props['aria-checked']).toBe('true');
    expect(words()).toContain(zh('intro.flash.declined'));
    await tap('huoti-start');
    expect(requests[0]?.light.declined).toBe(true);
  });

  it('speaks English, and the operator’s own words for the other way', async () => {
    const { words } = await show({ lang: 'en-GB', alternativeLabel: 'Visit a branch' });
    expect(words()).toContain(miniProgramEn.messages['intro.title']);
    expect(words()).toContain('Visit a branch');
  });

  it('takes the app’s language where none is given, Chinese where that is not known', async () => {
    platform.app = { language: 'en_US' };
    expect((await show({ lang: undefined })).words()).toContain(miniProgramEn.messages['intro.title']);
    platform.app = {};
    expect((await show({ lang: undefined })).words()).toContain(zh('intro.title'));
    platform.app = { language: 'zh_CN', fontSizeSetting: 17 };
  });
});

describe('while it runs', () => {
  it.each([
    ['loading', [phase('loading')], 'loading.title'],
    ['permission', [phase('opening')], 'permission.title'],
    ['finding', [phase('finding')], 'finding.title'],
    ['finding', [phase('calibrating')], 'calibrating.title'],
    ['challenge', [phase('finding'), challenge('turn-left')], 'action.turn-left'],
    ['light', [phase('finding'), phase('light')], 'light.title'],
    ['neutral', [phase('finding'), phase('neutral')], 'neutral.title'],
    ['sending', [{ type: 'evidence-progress', fraction: 0.5 }], 'sending.title'],
    ['sending', [{ type: 'decision-wait' }], 'deciding.title'],
  ] as const)('%s asks for one thing, and can be left', async (kind, events, key) => {
    const { byClass, find, words, has } = await running(...events);
    expect(byClass(`huoti-on-${kind}`)).toHaveLength(1);
    expect(find('huoti-headline').children).toEqual([zh(key)]);
    expect(words()).toContain(zh('button.cancel'));
    expect([has('huoti-cancel'), has('huoti-start')]).toEqual([true, false]);
  });

  it.each([
    'blink',
    'mouth-open',
    'turn-left',
    'turn-right',
    'nod',
    'approach',
    'away',
    'turn-one-side',
    'turn-other-side',
  ] as const)('%s has a drawing beside its prompt', async (action) => {
    const { byClass } = await running(phase('finding'), challenge(action));
    expect(byClass(`huoti-do-${action}`)).toHaveLength(1);
  });

  it('a hint stands under the oval, and the share while it loads', async () => {
    const { words, does, session } = await running(phase('loading'), {
      type: 'load-progress',
      fraction: 0.42,
    });
    expect(words()).toContain('42%');
    await does(() => session.emit(phase('finding')));
    await does(() => new Promise((later) => setTimeout(later, 900)));
    expect(words()).toContain(zh('hint.no-face.0'));
  });

  it('the steps are dots that a screen reader is told in words', async () => {
    const { byClass } = await running(phase('finding'), challenge('nod', 2));
    expect(byClass('huoti-dots')[0]?.props['aria-label']).toBe('第 3 步，共 4 步');
    expect(byClass('huoti-dot-done')).toHaveLength(2);
    expect(byClass('huoti-dot-now')).toHaveLength(1);
  });

  it('the last seconds are shown and not read out', async () => {
    const event = { ...challenge('nod'), timeoutMs: 2900 } as ScreenEvent;
    const { byClass, does } = await running(phase('finding'), event);
    await does(() => new Promise((later) => setTimeout(later, 250)));
    const [shown] = byClass('huoti-countdown');
    expect(shown?.props['aria-hidden']).toBe('true');
    expect(byClass('huoti-spoken')[0]?.children.join('')).not.toContain('秒');
  });

  it('what a screen reader says by itself is the prompt with its step', async () => {
    const { byClass } = await running(phase('finding'), challenge('nod', 1));
    const [spoken] = byClass('huoti-spoken');
    expect(spoken?.props['aria-live']).toBe('polite');
    expect(spoken?.children.join('')).toBe(`第 2 步，共 4 步. ${zh('action.nod')}`);
  });
});

describe('the words', () => {
  it('speak of a mini-program, never of a browser or its page', () => {
    for (const [catalogue, foreign] of [
      [miniProgramZhCN, /浏览器|网页|刷新|本页面使用/],
      [miniProgramEn, /browser|reload|\btabs?\b|https/i],
    ] as const) {
      const found = Object.entries(catalogue.messages).filter(([, words]) => foreign.test(words));
      expect(found).toEqual([]);
    }
  });
});

describe('how it ended', () => {
  const ended = async (end: (mounted: Mounted) => void): Promise<Mounted> => {
    const mounted = await running(phase('finding'));
    await mounted.does(() => end(mounted));
    return mounted;
  };

  it('completed says so, and offers nothing more', async () => {
    const { words, has, told, results, byClass } = await ended(({ session }) => session.end(completed));
    expect(byClass('huoti-spoken')[0]?.children.join('')).toBe(
      `${zh('result.completed.title')}. ${zh('result.completed.device-only')}`,
    );
    expect(words()).toContain(zh('result.completed.device-only'));
    expect([has('huoti-retry'), has('huoti-alternative')]).toEqual([false, false]);
    expect(told).toEqual(['start 1', 'result completed']);
    expect(results).toEqual([completed]);
  });

  it('a refusal says what helps, and both ways on', async () => {
    const { words, has } = await ended(({ session }) => session.end(failed('QUALITY_TOO_LOW', 'blurred')));
    expect(words()).toContain(zh('hint.gate.blurred.2'));
    expect([has('huoti-retry'), has('huoti-alternative')]).toEqual([true, true]);
  });

  it('a server’s outcome is passed on, and how long to wait is said', async () => {
    const { words, has, told } = await ended(({ session }) =>
      session.end(outcome({ status: 'failed', reason: 'TOO_MANY_ATTEMPTS', retryAfterS: 2520 })),
    );
    expect(words()).toContain('大约 42 分钟后可以再试。');
    expect([has('huoti-retry'), has('huoti-alternative')]).toEqual([false, true]);
    expect(told).toContain('outcome failed');
  });

  it.each(['BACKEND_UNAVAILABLE', 'CAMERA_IN_USE', 'HOST_FORBIDS', 'NETWORK_FAILED'] as const)(
    '%s has words of a mini-program, and the other way',
    async (code: ErrorCode) => {
      const { words, has, told } = await ended(({ session }) => session.fail(code, false));
      expect(words()).toContain(zh(`error.${code}.title`));
      expect(words().join()).not.toMatch(/浏览器|网页/);
      expect(has('huoti-alternative')).toBe(true);
      expect(told).toContain(`error ${code}`);
    },
  );

  it('a refused camera offers the settings; once allowed there, another try', async () => {
    const { find, has, words, does } = await ended(({ session }) =>
      session.fail('CAMERA_PERMISSION_DENIED', false),
    );
    expect(find('huoti-settings').props.openType).toBe('openSetting');
    const { onOpenSetting } = find('huoti-settings').props as {
      onOpenSetting(event: { detail: { authSetting: Record<string, boolean> } }): void;
    };
    await does(() => onOpenSetting({ detail: { authSetting: { 'scope.camera': false } } }));
    expect(has('huoti-settings')).toBe(true);
    await does(() => onOpenSetting({ detail: { authSetting: { 'scope.camera': true } } }));
    expect([has('huoti-settings'), has('huoti-retry')]).toEqual([false, true]);
    expect(words()).toContain(zh('settings.granted'));
  });

  it('on Alipay the settings open by a call', async () => {
    platform.env = 'ALIPAY';
    platform.settings = { authSetting: { camera: true } };
    const { find, tap, has } = await ended(({ session }) => session.fail('CAMERA_PERMISSION_DENIED', false));
    expect(find('huoti-settings').props.openType).toBeUndefined();
    await tap('huoti-settings');
    expect(has('huoti-settings')).toBe(false);
  });
});
