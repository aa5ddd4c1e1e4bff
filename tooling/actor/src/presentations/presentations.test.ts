import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { createRandom } from '../random/createRandom.js';
import { createPaintedWorkshop } from '../testing/createPaintedWorkshop.js';
import { createNodeLandmarker } from './createNodeLandmarker.js';
import { inTurn } from './inTurn.js';
import { lineOf } from './lineOf.js';
import { playPresentation } from './playPresentation.js';
import { presentations, SPECIES_NAMES } from './presentations.js';

const workshop = await createPaintedWorkshop();
const landmarker = createNodeLandmarker();
beforeAll(() => landmarker.load(), 120_000);
afterAll(() => landmarker.dispose());
const nowMs = (): number => performance.now();

describe('presentations', () => {
  it('are the same for the same seed, wherever the count begins', () => {
    const facts = (from: number, count: number) =>
      [...presentations({ workshop, species: 'screen-replay', count, from, seed: 9 })].map(
        ({ act: _act, ...rest }) => rest,
      );
    expect(facts(2, 2)).toEqual(facts(0, 4).slice(2));
    expect(facts(0, 1)[0]?.plan).not.toEqual(facts(1, 1)[0]?.plan);
  });

  it('are the same ones where only some of them are wanted', () => {
    const facts = (only?: ReadonlySet<number>) =>
      [...presentations({ workshop, species: 'print-still', count: 4, seed: 9, only })].map(
        ({ act: _act, ...rest }) => rest,
      );
    const all = facts();
    const wanted = [all[1], all[3]];
    expect(facts(new Set(wanted.map((one) => one?.seed ?? 0)))).toEqual(wanted);
    expect(facts(new Set())).toEqual([]);
  });

  it('have a light step in every plan, in none, or in two of three', () => {
    const lit = (light: 'on' | 'off' | 'drawn'): number =>
      [...presentations({ workshop, species: 'live', count: 15, seed: 4, light })].filter(({ plan }) =>
        plan.steps.some(({ action }) => action === 'light'),
      ).length;
    expect(lit('on')).toBe(15);
    expect(lit('off')).toBe(0);
    expect(lit('drawn')).toBeGreaterThan(5);
    expect(lit('drawn')).toBeLessThan(15);
  });

  it('ask footage only for what it shows, and for different things as far as it has them', () => {
    for (const { plan, act } of presentations({ workshop, species: 'live', count: 10, seed: 2 })) {
      const actions = plan.steps.map(({ action }) => action).filter((action) => action !== 'light');
      expect(new Set(actions).size).toBe(Math.min(actions.length, new Set(act.actions).size));
      for (const action of actions) expect(act.actions).toContain(action);
    }
  });

  it('take people in turn, however many pictures one of them has', () => {
    const source = (person: string, id: string) => ({
      id,
      person,
      part: 'train' as const,
      still: null,
      footage: null,
      persona: 0,
    });
    const many = Array.from({ length: 8 }, (_, at) => source('a', `a${at}`));
    const at = inTurn([...many, source('b', 'b0')], createRandom(1));
    const people = Array.from({ length: 20 }, (_, index) => at(index).person);
    expect(people.filter((person) => person === 'a')).toHaveLength(10);
  });

  it('refuse a species that nobody knows', () => {
    expect(() => [...presentations({ workshop, species: 'hologram', count: 1, seed: 1 })]).toThrow(
      HuotiError,
    );
    expect(SPECIES_NAMES).toContain('print-still');
  });

  it('that are played give a trace, readings and crops, and the same line again', async () => {
    const play = async () => {
      const [one] = presentations({ workshop, species: 'synthetic', count: 1, seed: 3, light: 'on' });
      if (!one) throw new RangeError('nothing was drawn');
      // The light and one action: a short session.
      const steps = one.plan.steps.filter(({ action }, at) => action === 'light' || at === 1).slice(0, 2);
      return playPresentation({ ...one, plan: { ...one.plan, steps } }, { landmarker, nowMs, fps: 10 });
    };
    const first = await play();
    expect(first.ending).toBe('completed');
    expect(first.chunks).toHaveLength(first.steps.length + 1);
    expect(first.crops.length).toBeGreaterThan(5);
    const { costMs: _first, ...line } = lineOf(first);
    const { costMs: _again, ...again } = lineOf(await play());
    expect(again).toEqual(line);
    expect(JSON.stringify(line).length).toBeLessThan(20_000);
  }, 240_000);
});
