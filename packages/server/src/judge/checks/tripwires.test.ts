import { describe, expect, it } from '@jest/globals';
import { tripwires } from './tripwires.js';

const CLEAN = { name: 'camera-hooks', tripped: false, detail: 'native' };
const TRIPPED = { name: 'canvas-track', tripped: true, detail: 'canvas' };
const BLIND = { name: 'frame-timing', tripped: null, detail: 'no-metadata' };

describe('tripwires', () => {
  it('refuse a camera that is none, where the policy says so, and name what tripped', () => {
    expect(tripwires({ tripwires: 'refuse' }, { tripwires: [CLEAN, TRIPPED] })).toMatchObject({
      pass: false,
      reason: 'SPOOF_SUSPECTED',
      got: '2 looked at, tripped: canvas-track (canvas)',
    });
  });

  it.each([
    ['says nothing of them', {}],
    ['looked at none', { tripwires: [] }],
    ['could not look at any', { tripwires: [BLIND] }],
  ])('refuse a client that %s, where the policy refuses injected cameras', (_how, capture) => {
    expect(tripwires({ tripwires: 'refuse' }, capture)).toMatchObject({
      pass: false,
      reason: 'SIGNALS_INSUFFICIENT',
    });
  });

  it('only tell, where the policy says report', () => {
    const outcome = tripwires({ tripwires: 'report' }, { tripwires: [TRIPPED] });
    expect(outcome).toMatchObject({ pass: true, value: { kind: 'measured', score: 0 } });
  });

  it('never stand as measured in a result whose policy does not look', () => {
    const outcome = tripwires({ tripwires: 'off' }, { tripwires: [CLEAN] });
    expect(outcome).toMatchObject({ pass: true, value: { kind: 'unavailable' } });
  });
});
