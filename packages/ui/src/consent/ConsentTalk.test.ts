import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import type { Deployment } from '@huoti/privacy';
import { LATER_MS, NOW_MS, OPEN, RECEIPT, newer, settingsWith } from '../../test/consent/testSettings.js';
import type { ConsentEnd } from './ConsentEnd.js';
import { ConsentTalk, type ConsentTalkOptions } from './ConsentTalk.js';

function open(
  changes: Partial<ConsentTalkOptions> = {},
  settings: Partial<ConsentTalkOptions['settings']> = {},
) {
  const clock = { nowMs: NOW_MS };
  let drawn = 0;
  const talk = new ConsentTalk({
    settings: { ...settingsWith({ ageBand: 'adult', level: 'none', comparison: false }), ...settings },
    epochMs: () => clock.nowMs,
    changed: () => (drawn += 1),
    ...changes,
  });
  const abort = createAbortSource();
  const { signal } = abort;
  const agree = (): void => {
    for (const { choice } of talk.state?.notice.questions ?? []) {
      talk.dispatch({ type: 'choice-set', choice, agreed: true });
    }
    talk.dispatch({ type: 'notice-agree' });
  };
  const agreed = async (why: 'first' | 'again' | 'outdated' | 'reopened' = 'first'): Promise<ConsentEnd> => {
    const end = talk.ask({ why, signal });
    await turns();
    agree();
    return end;
  };
  return { talk, clock, abort, signal, agree, agreed, drawn: () => drawn };
}
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('ConsentTalk', () => {
  it('shows pages from the question to the answer, and none before or after', async () => {
    const { talk, agreed, drawn } = open();
    expect(talk.state).toBeNull();
    const end = await agreed();
    expect(end).toMatchObject({ kind: 'agreed', asked: true, request: { choices: { liveness: true } } });
    expect(talk.state).toBeNull();
    expect(drawn()).toBeGreaterThan(2);
  });

  it('leaves whoever declined on that page, until they press to read it again', async () => {
    const { talk, signal, agree } = open();
    const end = talk.ask({ why: 'first', signal });
    await turns();
    talk.dispatch({ type: 'notice-decline' });
    expect(await end).toEqual({ kind: 'declined', cause: 'choice' });
    expect(talk.state?.page).toBe('declined');
    const again = talk.ask({ why: 'reopened', signal });
    await turns();
    expect(talk.state).toMatchObject({ page: 'notice', ticked: [] });
    agree();
    expect(await again).toMatchObject({ kind: 'agreed' });
  });

  it('ends at once for an age that is refused, and "read it again" can’t get around it', async () => {
    const { talk, signal } = open({}, { ageBand: 'child', deployment: settingsWith().deployment });
    const refuse: Deployment = {
      ...OPEN,
      versions: OPEN.versions.map((one) => ({
        ...one,
        terms: { ...one.terms, ages: { teens: 'refuse', children: 'refuse' } },
      })),
    };
    const strict = open({}, { ageBand: 'child', deployment: refuse });
    expect(await strict.talk.ask({ why: 'first', signal })).toEqual({ kind: 'declined', cause: 'child' });
    expect(await strict.talk.ask({ why: 'reopened', signal })).toEqual({ kind: 'declined', cause: 'child' });
    expect(talk.state).toBeNull();
  });

  it('takes the pages away where the try is aborted', async () => {
    const { talk, abort, signal } = open();
    const end = talk.ask({ why: 'first', signal });
    await turns();
    abort.abort();
    await expect(end).rejects.toMatchObject({ code: 'ABORTED' });
    expect(talk.state).toBeNull();
    talk.dispatch({ type: 'notice-agree' });
    expect(talk.state).toBeNull();
  });

  it('fails for a deployment that no notice can be made of, and shows nothing', async () => {
    const { talk, signal } = open({}, { deployment: { ...OPEN, versions: [] } });
    await expect(talk.ask({ why: 'first', signal })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(talk.state).toBeNull();
  });

  it('goes on from what was agreed to in a further try, and asks anew in a new one', async () => {
    const { talk, signal, agreed } = open();
    const first = await agreed();
    const again = await talk.ask({ why: 'again', signal });
    expect(again).toEqual({ ...first, asked: false });
    void talk.ask({ why: 'first', signal });
    await turns();
    expect(talk.state).toMatchObject({ page: 'notice', ticked: [] });
  });

  it('asks in a further try where another version has come into force since', async () => {
    const { talk, clock, signal, agreed } = open({}, { deployment: newer });
    await agreed();
    clock.nowMs = LATER_MS;
    void talk.ask({ why: 'again', signal });
    await turns();
    expect(talk.state).toMatchObject({ page: 'notice', renewed: true, notice: { policyVersion: '2' } });
  });

  it('fetches the operator’s newer facts once the server says so; where nothing is new, nobody is asked', async () => {
    const fresh = open({ renew: () => Promise.resolve(newer) });
    await fresh.agreed();
    fresh.clock.nowMs = LATER_MS;
    expect(await fresh.agreed('outdated')).toMatchObject({ request: { policyVersion: '2' } });
    for (const renew of [
      undefined,
      () => Promise.resolve(OPEN),
      () => Promise.reject(new TypeError('offline')),
    ]) {
      const { talk, signal, agreed } = open(renew === undefined ? {} : { renew });
      await agreed();
      expect(await talk.ask({ why: 'outdated', signal })).toEqual({ kind: 'unchanged' });
    }
  });

  it('keeps large letters for the next asking at the same screen, and never begins to speak by itself', async () => {
    const { talk, signal } = open();
    void talk.ask({ why: 'first', signal });
    await turns();
    talk.dispatch({ type: 'text-enlarge', large: true });
    talk.dispatch({ type: 'reading-set', aloud: true });
    void talk.ask({ why: 'first', signal });
    await turns();
    expect(talk.state).toMatchObject({ largeText: true, readAloud: false });
  });

  it('hears the guardian’s flow that the person waits for, and no earlier one', async () => {
    const answers: ((receipt: string | null) => void)[] = [];
    const guardian = (): Promise<string | null> => new Promise((resolve) => answers.push(resolve));
    const { talk, signal } = open({ guardian }, { ageBand: 'teen' });
    void talk.ask({ why: 'first', signal });
    await turns();
    talk.dispatch({ type: 'guardian-start' });
    talk.dispatch({ type: 'guardian-start' });
    expect(answers).toHaveLength(1);
    void talk.ask({ why: 'first', signal });
    await turns();
    talk.dispatch({ type: 'guardian-start' });
    answers[0]?.(RECEIPT);
    await turns();
    expect(talk.state).toMatchObject({ page: 'guardian', guardianPending: true });
    answers[1]?.(RECEIPT);
    await turns();
    expect(talk.state).toMatchObject({ page: 'notice', guardianReceiptId: RECEIPT });
  });

  it('tells of a guardian’s flow that breaks as of one without a consent', async () => {
    const { talk, signal } = open(
      { guardian: () => Promise.reject(new TypeError('gone')) },
      { ageBand: 'teen' },
    );
    void talk.ask({ why: 'first', signal });
    await turns();
    talk.dispatch({ type: 'guardian-start' });
    await turns();
    expect(talk.state).toMatchObject({ page: 'guardian', problem: { kind: 'guardian-missing' } });
  });
});
