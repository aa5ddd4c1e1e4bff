import { afterEach, describe, expect, it } from '@jest/globals';
import type { ConsentRequest } from '@huoti/protocol';
import { act, create, type ReactTestInstance, type ReactTestRenderer } from 'react-test-renderer';
import { HuotiConsent, type HuotiConsentProps } from '../src/index.js';
import { consentOf } from './harness/consent.js';

let open: ReactTestRenderer | null = null;
afterEach(() => {
  const shown = open;
  open = null;
  if (shown !== null) act(() => shown.unmount());
});

/** The asking on a page of its own. */
async function show(changes: Partial<HuotiConsentProps> = {}) {
  const told: string[] = [];
  const agreed: (ConsentRequest | null)[] = [];
  const does = async (work: () => unknown): Promise<void> => {
    await act(async () => {
      await work();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    });
  };
  let renderer: ReactTestRenderer | null = null;
  await does(() => {
    renderer = create(
      <HuotiConsent
        {...consentOf({ level: 'none', comparison: false })}
        onAgree={(consent) => void agreed.push(consent)}
        onDecline={(cause) => told.push(`declined ${cause}`)}
        onAlternative={() => told.push('alternative')}
        onLeave={() => told.push('leave')}
        {...changes}
      />,
    );
  });
  const shown = renderer as ReactTestRenderer | null;
  if (shown === null) throw new Error('nothing was drawn');
  open = shown;
  const all = (match: (node: ReactTestInstance) => boolean): ReactTestInstance[] =>
    shown.root.findAll((node) => typeof node.type === 'string' && match(node));
  const has = (id: string): boolean => all(({ props }) => props['id'] === id).length > 0;
  const tap = async (id: string): Promise<void> => {
    const [found] = all(({ props }) => props['id'] === id);
    if (found === undefined) throw new Error(`nothing has the id ${id}`);
    await does(() => (found.props as { onClick(): void }).onClick());
  };
  const agree = async (): Promise<void> => {
    for (const id of ['huoti-age-adult', 'huoti-choice-liveness', 'huoti-consent']) await tap(id);
  };
  const headline = (): string => {
    const [found] = all(({ props }) => props['id'] === 'huoti-headline');
    return found === undefined ? '' : found.children.join('');
  };
  return { told, agreed, has, tap, agree, headline, does };
}

describe('the asking on a page of its own', () => {
  it('hands over what was agreed to, once, and says that the check is being prepared', async () => {
    const { agreed, agree, headline, has } = await show();
    await agree();
    expect(agreed).toEqual([
      expect.objectContaining({ level: 'none', choices: { liveness: true }, ageBand: 'adult' }),
    ]);
    expect(headline()).toBe('正在准备');
    expect(has('huoti-consent')).toBe(false);
  });

  it('the check’s package did not come: it can be tried again without being asked again, or another way is taken', async () => {
    let works = false;
    const handed: unknown[] = [];
    const { agree, tap, has, headline, told } = await show({
      onAgree: (consent) => {
        handed.push(consent);
        return works ? Promise.resolve() : Promise.reject(new Error('navigateTo:fail'));
      },
    });
    await agree();
    expect(headline()).toBe('加载未完成');
    await tap('huoti-alternative');
    expect(told).toEqual(['alternative']);
    works = true;
    await tap('huoti-retry');
    expect(has('huoti-retry')).toBe(false);
    expect(handed).toHaveLength(2);
    expect(handed[1]).toBe(handed[0]);
  });

  it('declined is told, and read again on the person’s wish', async () => {
    const { told, tap, has, agreed, agree } = await show();
    await tap('huoti-age-adult');
    await tap('huoti-refuse');
    expect(told).toEqual(['declined choice']);
    expect([has('huoti-reopen'), has('huoti-alternative')]).toEqual([true, true]);
    await tap('huoti-reopen');
    for (const id of ['huoti-choice-liveness', 'huoti-consent']) await tap(id);
    expect(agreed).toHaveLength(1);
    await expect(agree()).rejects.toThrow('nothing has the id');
  });

  it('is left by its first page’s way back, and has none where nothing is behind it', async () => {
    const { told, tap } = await show();
    await tap('huoti-back');
    expect(told).toEqual(['leave']);
    const { has } = await show({ onLeave: undefined });
    expect(has('huoti-back')).toBe(false);
  });

  it('gone with its page, is not woken by a guardian who answers later', async () => {
    const { agreed, tap, does } = await show({
      guardian: () => new Promise((resolve) => setTimeout(() => resolve('r'.repeat(22)), 20)),
    });
    await tap('huoti-age-teen');
    await tap('huoti-guardian');
    const shown = open;
    open = null;
    await does(() => shown?.unmount());
    await new Promise((later) => setTimeout(later, 40));
    expect(agreed).toEqual([]);
  });
});
