import type { CheckReading } from '@huoti/server';

/** By how much a check held or failed. */
export interface Margin {
  /** Distance to the nearest bound; never negative. */
  readonly amount: number;
  /** As it stands in the reading, for example `ms`; empty without one. */
  readonly unit: string;
}

const NUMBER = String.raw`(?<![\w.-])([-+−]?\d+(?:\.\d+)?)`;
const UNIT = String.raw`(?:\s?(ms|px|s|bytes|degrees|°|%|fps))?(?![\w.])`;
const READING = new RegExp(`${NUMBER}${UNIT}`, 'g');
const RANGE = new RegExp(`${NUMBER}(?: to |\\.\\.|–)${NUMBER}${UNIT}`);
const AT_MOST = new RegExp(`(?:at most|within|under|below|<=?|≤) ?${NUMBER}${UNIT}|${NUMBER}${UNIT} at most`);
const AT_LEAST = new RegExp(
  `(?:at least|over|above|>=?|≥) ?${NUMBER}${UNIT}|${NUMBER}${UNIT} (?:at least|or more)`,
);

/** Which picture it was, and what stands in brackets: neither is a reading. */
const ASIDE = /\s*\([^)]*\)|picture \d+-\d+(?: least,)?/g;

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

const numberOf = (text: string | undefined): number => Number((text ?? '').replace('−', '-'));

function boundsOf(clause: string): Bounds | null {
  const range = RANGE.exec(clause);
  if (range) return { least: numberOf(range[1]), most: numberOf(range[2]), unit: range[3] ?? '' };
  const most = AT_MOST.exec(clause);
  if (most) return { least: -Infinity, most: numberOf(most[1] ?? most[3]), unit: most[2] ?? most[4] ?? '' };
  const least = AT_LEAST.exec(clause);
  if (least)
    return { least: numberOf(least[1] ?? least[3]), most: Infinity, unit: least[2] ?? least[4] ?? '' };
  return null;
}

/**
 * Reads out of a check's own words how far its reading lies from its bound, the tightest one where several stand side by side
 * ("a 3 ms, b 5 ms" against "a within 4 ms, b within 9 ms"). `null` where the words hold no such numbers, and where what was
 * read contradicts the check's outcome: a margin that may be wrong is not shown.
 *
 * @example marginOf({ name: 'server-times', pass: false, got: '4240 ms', expected: 'at most 3000 ms' }) // 1240 ms
 */
export function marginOf({ pass, got, expected }: CheckReading): Margin | null {
  const clauses = expected.replace(ASIDE, '').split(/, | and /);
  const readings = got.replace(ASIDE, '').split(/, | and /);
  if (clauses.length !== readings.length) return null;
  let tightest: { spare: number; unit: string } | null = null;
  for (const [at, clause] of clauses.entries()) {
    const bounds = boundsOf(clause);
    if (bounds === null) continue;
    const found = [...(readings[at] ?? '').matchAll(READING)];
    const [only] = found;
    if (found.length !== 1 || only === undefined || (only[2] ?? '') !== bounds.unit) return null;
    const value = numberOf(only[1]);
    const spare = Math.min(value - bounds.least, bounds.most - value);
    if (tightest === null || spare < tightest.spare) tightest = { spare, unit: bounds.unit };
  }
  if (tightest === null || tightest.spare < 0 === pass) return null;
  return { amount: Math.round(Math.abs(tightest.spare) * 1e4) / 1e4, unit: tightest.unit };
}
