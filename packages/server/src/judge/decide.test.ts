import { describe, expect, it } from '@jest/globals';
import type { Assurance } from '@huoti/protocol';
import { decide, type DecideOptions, type Established } from './decide.js';
import { NOT_COMPARED } from './JudgeNotes.js';

const HELD = { name: 'x', pass: true, got: '1', expected: '1' };
const decided = (established: Established, change: Partial<DecideOptions> = {}) =>
  decide({
    checks: [HELD],
    refusal: null,
    established,
    signals: {},
    comparison: NOT_COMPARED,
    models: {},
    recomputeMs: 0,
    ...change,
  });

/** The table of protocol.md, row by row: source, whether the trace was replayed, whether pictures were judged. */
const ROWS: readonly [Established['source'], boolean, boolean, Assurance, boolean][] = [
  ['camera', true, true, 'recomputed', true],
  ['camera', true, false, 'consistent', false],
  ['camera', false, true, 'device-only', false],
  ['camera', false, false, 'device-only', false],
  ['recording', true, true, 'recorded', false],
  ['recording', true, false, 'recorded', false],
  ['recording', false, false, 'recorded', false],
  ['synthetic', true, true, 'demo', false],
  ['synthetic', true, false, 'demo', false],
  ['synthetic', false, false, 'demo', false],
  [null, true, true, 'device-only', false],
  [null, false, false, 'device-only', false],
];

describe('a decision', () => {
  it.each(ROWS)(
    'of source %s, replayed %s, pictured %s is %s, verified %s',
    (source, replayed, pictured, assurance, verified) => {
      expect(decided({ source, replayed, pictured, lit: false })).toMatchObject({
        assurance,
        verified,
        reason: null,
      });
    },
  );

  it.each(ROWS)('of source %s, replayed %s, pictured %s is not verified where a check failed', (...row) => {
    const [source, replayed, pictured] = row;
    const refusal = { reason: 'QUALITY_TOO_LOW', gate: 'too-dark' } as const;
    expect(decided({ source, replayed, pictured, lit: false }, { refusal })).toMatchObject({
      verified: false,
      ...refusal,
    });
  });

  const best = { source: 'camera', replayed: true, pictured: true, lit: false } as const;

  it('is not verified where a check did not pass and nobody named a reason', () => {
    expect(decided(best, { checks: [HELD, { ...HELD, pass: false }] }).verified).toBe(false);
  });

  it('is not verified where the comparison was made and does not say the same person', () => {
    const compared = { performed: true, similarity: 0.2, threshold: 0.5, far: 0.001 };
    expect(decided(best, { comparison: { ...compared, same: false } }).verified).toBe(false);
    expect(decided(best, { comparison: { ...compared, same: null } }).verified).toBe(false);
    expect(decided(best, { comparison: { ...compared, same: true } }).verified).toBe(true);
  });

  it('says that the screen lit the face only where a replay went through every stage', () => {
    expect(decided(best).light).toBe(false);
    expect(decided({ ...best, lit: true }).light).toBe(true);
  });
});
