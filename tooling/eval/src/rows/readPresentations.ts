import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { FamilyReading, SignalFamily, SignalMeasurement } from '@huoti/core';
import type { Part, Presentation, Staging } from './Presentation.js';

const FAMILIES: readonly SignalFamily[] = ['depth', 'light', 'texture', 'temporal', 'physiology', 'capture'];

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a table of presentations: JSON lines `{source, person, part, species, label, planLight, readings, ending}` as sessions are
 * written (`signals` for `readings` is the same), or with `plan` and `ended` as this package writes them. Empty lines are passed over;
 * a file whose name ends in `.gz` is unpacked.
 *
 * @throws TypeError naming the line that is none
 */
export async function readPresentations(path: string): Promise<readonly Presentation[]> {
  const bytes = await readFile(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fail = (what: string): never => {
      throw new TypeError(`${path}:${index + 1}: ${what}`);
    };
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      return fail('it is no JSON');
    }
    return isObject(row) ? [presentationOf(row, fail)] : fail('it is no object');
  });
}

function presentationOf(row: Json, fail: (what: string) => never): Presentation {
  const { source, person, part, label, species, planLight, plan, ended, ending } = row;
  const readings = row.readings ?? row.signals;
  if (typeof source !== 'string' || source === '') return fail('source is missing');
  if (part !== 'train' && part !== 'test') return fail(`part is ${String(part)}: train or test is needed`);
  if (label !== 'bona-fide' && label !== 'attack') return fail(`label is ${String(label)}`);
  if (!isObject(readings)) return fail('readings is missing');
  return {
    source,
    person: typeof person === 'string' ? person : '',
    part: part satisfies Part,
    label,
    species: label === 'attack' && typeof species === 'string' ? species : '',
    plan: planOf(plan, planLight),
    ...stagingOf(row),
    ended: endedBy(ended) ?? endedBy(ending),
    readings: Object.fromEntries(
      Object.entries(readings).map(([name, value]) => [name, readingOf(name, value, fail)]),
    ),
  };
}

const endedBy = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value !== 'completed' ? value : null;

/** As a line of the workshop has it, or as this package writes it; nothing where a row has neither. */
function stagingOf(row: Json): { staged?: Staging } {
  const written = row.staged;
  const { act, lightModel, ambientLux } = isObject(written) ? written : { ...row, act: row.species };
  if (lightModel !== 'point' && lightModel !== 'area') return {};
  if (typeof act !== 'string' || typeof ambientLux !== 'number') return {};
  return { staged: { act, lightModel, ambientLux } };
}

function planOf(plan: unknown, planLight: unknown): Presentation['plan'] {
  if (plan === 'clip' || plan === 'still' || plan === 'light' || plan === 'no-light') return plan;
  return planLight === true ? 'light' : 'no-light';
}

function readingOf(name: string, value: unknown, fail: (what: string) => never): FamilyReading {
  if (!isObject(value) || !isObject(value.reading)) return fail(`readings.${name} is no {family, reading}`);
  const family = FAMILIES.find((one) => one === value.family);
  if (family === undefined) return fail(`readings.${name}.family is ${String(value.family)}`);
  const { kind, score, measures, reason } = value.reading;
  if (kind === 'unavailable') {
    return { family, reading: { kind, reason: typeof reason === 'string' ? reason : 'not-said' } };
  }
  // JSON has no NaN: a number that is none was written as null.
  if (kind === 'measured' && score === null) {
    return { family, reading: { kind: 'unavailable', reason: 'not-a-number' } };
  }
  if (kind !== 'measured' || typeof score !== 'number') return fail(`readings.${name}.reading has no score`);
  const reading: SignalMeasurement = { kind, score, measures: numbersOf(measures) };
  return { family, reading };
}

function numbersOf(measures: unknown): Readonly<Record<string, number>> {
  if (!isObject(measures)) return {};
  return Object.fromEntries(
    Object.entries(measures).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
