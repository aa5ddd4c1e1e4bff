import { isHuotiError } from '@huoti/protocol';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createNotice } from '../notice/createNotice.js';
import { DEFAULT_DEPLOYMENT } from './defaultDeployment.js';
import type { Deployment } from './Deployment.js';
import { parseDeployment } from './parseDeployment.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Every place in a value, as the names that lead there. */
function placesOf(value: unknown, place: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([name, member]) => placesOf(member, [...place, name]))];
}

/** The value with another one at a place. */
function planted(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.map((member, index) => (String(index) === name ? planted(member, rest, other) : member));
  const members = value as Record<string, unknown>;
  return { ...members, [name]: planted(members[name], rest, other) };
}

function taken(value: unknown): Deployment | null {
  try {
    return parseDeployment(value);
  } catch (error) {
    // A file of somebody's: whatever is wrong with it is told as that, and nothing else is thrown.
    expect(isHuotiError(error, 'INVALID_ARGUMENT')).toBe(true);
    return null;
  }
}

describe('a deployment of unknown origin', () => {
  it('that is nothing of the kind is refused in words', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(taken(value)).toBeNull();
      }),
    );
  });

  it('with anything at any place is refused, or makes a whole notice', () => {
    const places = placesOf(DEFAULT_DEPLOYMENT);
    const near = fc.oneof(
      fc.jsonValue() as fc.Arbitrary<Json>,
      fc.constantFrom<Json>(
        'refuse',
        'with-guardian',
        0,
        1,
        60_000,
        86_400_000,
        ['none'],
        ['liveness'],
        'UTC',
        {},
        -1,
      ),
    );
    let made = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), near, (place, other) => {
        const deployment = taken(planted(DEFAULT_DEPLOYMENT, place, other));
        if (deployment === null) return;
        const level = deployment.versions[0]!.terms.levels[0]!;
        const { sections } = createNotice({ deployment, level, comparison: false, language: 'en', atMs: 0 });
        expect(sections.every(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
        made += 1;
      }),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(0);
  });
});
