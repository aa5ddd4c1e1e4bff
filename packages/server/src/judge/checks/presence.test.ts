import { describe, expect, it } from '@jest/globals';
import { sessionFusion, type FamilyReading, type SignalReadings } from '@huoti/core';
import { presence } from './presence.js';

const all = (score: (name: string) => number | null): SignalReadings =>
  Object.fromEntries(
    Object.entries(sessionFusion.signals).map(([name, { family }]): [string, FamilyReading] => {
      const value = score(name);
      return [
        name,
        {
          family,
          reading:
            value === null
              ? { kind: 'unavailable', reason: 'too-few-frames' }
              : { kind: 'measured', score: value, measures: {} },
        },
      ];
    }),
  );
const judged = (readings: SignalReadings, lit = true) => presence(readings, { lit });

describe('presence', () => {
  it('holds where every signal says that somebody is there', () => {
    expect(judged(all(() => 1)).pass).toBe(true);
  });

  it('fails where every signal says that nobody is, and says what each added', () => {
    const outcome = judged(all(() => 0));
    expect(outcome).toMatchObject({ pass: false, reason: 'SPOOF_SUSPECTED' });
    expect(outcome.got).toMatch(/^spoof, margin -\d.*turn-depth -/);
  });

  it('fails where nothing was measured: a client that leaves everything out is not let in', () => {
    expect(judged({})).toMatchObject({ pass: false, reason: 'SIGNALS_INSUFFICIENT' });
    expect(judged(all(() => null))).toMatchObject({ pass: false, reason: 'SIGNALS_INSUFFICIENT' });
  });

  it('does not ask the texture net about a session without light: its numbers are of another view', () => {
    const { 'texture-net': net, ...others } = all(() => 0.8);
    const low = {
      ...others,
      'texture-net': { ...net!, reading: { kind: 'measured', score: 0, measures: {} } as const },
    };
    expect(judged(low, false).got).toBe(judged(others, false).got);
    expect(judged(low, true).got).not.toBe(judged(others, true).got);
  });

  it('fails where the colours were shown and their answer was not measured, however well the rest was', () => {
    // The attacker shakes the background, or blinds the camera, for as long as the colours last.
    const hidden = all((name) => (name === 'light' ? null : 0.9));
    expect(judged(hidden)).toMatchObject({ pass: false, reason: 'SPOOF_SUSPECTED' });
    expect(judged(hidden, false).pass).toBe(true);
  });

  it('fails where one family alone was measured, however well', () => {
    const depth = all((name) => (sessionFusion.signals[name]?.family === 'depth' ? 1 : null));
    expect(judged(depth)).toMatchObject({ pass: false, reason: 'SIGNALS_INSUFFICIENT' });
  });
});
