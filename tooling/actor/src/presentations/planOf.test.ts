import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@huoti/core/testing';
import { createRandom } from '../random/createRandom.js';
import { planOf } from './planOf.js';

const draw = (seed: number, light: boolean, again: boolean) =>
  planOf(['blink', 'turn-left'], light, {
    source: createSeededRandom(seed),
    random: createRandom(seed),
    again,
  }).steps.map(({ action }) => action);
const seeds = Array.from({ length: 20 }, (_one, at) => at + 1);

describe('a plan of what footage can do', () => {
  it('is as long as a server’s for an attacker, who shows pictures again where footage is short', () => {
    for (const seed of seeds) {
      expect(draw(seed, false, true)).toHaveLength(4);
      const lit = draw(seed, true, true);
      expect(lit).toHaveLength(4);
      expect(lit.filter((action) => action === 'light')).toHaveLength(1);
    }
  });

  it('asks a person for nothing twice that can be done once', () => {
    for (const seed of seeds) expect(draw(seed, false, false).sort()).toEqual(['blink', 'turn-left']);
  });
});
