import { describe, expect, it } from '@jest/globals';
import { fuseSignals } from '../antispoof/fusion/fuseSignals.js';
import { passiveFusion } from '../antispoof/fusion/passiveFusion.js';
import { sessionFusion } from '../antispoof/fusion/sessionFusion.js';
import type { FamilyReading, SignalReadings } from '../antispoof/SignalReadings.js';
import { presenceEnding } from './presenceEnding.js';

const readings = (score: (name: string) => number | null): SignalReadings =>
  Object.fromEntries(
    Object.entries(sessionFusion.signals).map(([name, { family }]): [string, FamilyReading] => {
      const value = score(name);
      const reading =
        value === null
          ? ({ kind: 'unavailable', reason: 'too-few-frames' } as const)
          : ({ kind: 'measured', score: value, measures: {} } as const);
      return [name, { family, reading }];
    }),
  );

describe('the end of a session whose steps were all done', () => {
  it('is completed where the signals show a person, with light and without', () => {
    for (const lit of [true, false]) {
      expect(
        presenceEnding(
          readings(() => 0.9),
          { lit },
        ),
      ).toEqual({ kind: 'completed' });
    }
  });

  it('is SPOOF_SUSPECTED where they do not, and names what spoke against it most', () => {
    // The attacker tilts a flat photo: no nose comes nearer than the ears, and nothing in the face moves by itself.
    const flat = readings((name) => (['approach-parallax', 'micro-motion'].includes(name) ? 0.05 : null));
    const ending = presenceEnding(flat, { lit: false });
    expect(ending).toMatchObject({ kind: 'refused', reason: 'SPOOF_SUSPECTED' });
    expect(ending.kind === 'refused' && ending.detail).toMatch(
      /^margin -.*approach-parallax -.*micro-motion -/,
    );
  });

  it('is SPOOF_SUSPECTED where a lit face does not answer the colours, however alive it moves', () => {
    // The attacker plays a recording of a person who does what is asked, unlit by this session's colours.
    const unlit = readings((name) => (name === 'light' ? 0.02 : 0.9));
    expect(presenceEnding(unlit, { lit: true })).toMatchObject({ reason: 'SPOOF_SUSPECTED' });
  });

  it('is completed where too little was measured to speak against anybody: only a server asks for more', () => {
    expect(
      presenceEnding(
        readings(() => null),
        { lit: false },
      ),
    ).toEqual({ kind: 'completed' });
    const quick = readings((name) => (['texture', 'frame-timing'].includes(name) ? 0.5 : null));
    expect(presenceEnding(quick, { lit: false })).toEqual({ kind: 'completed' });
    expect(fuseSignals({ readings: quick, model: passiveFusion }).verdict).toBe('spoof');
  });
});
