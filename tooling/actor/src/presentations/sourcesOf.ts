import type { AttackNeed } from '../attacks/Attack.js';
import type { Part } from '../footage/ClipRow.js';
import { PERSONAS } from '../personas/personas.js';
import type { Source } from './Source.js';
import type { Workshop } from './Workshop.js';

/** Sharpened and smoothed by whoever published it: it may be replayed, but nobody's real skin looks like that. */
const PROCESSED = ['live_a19_speech_studio'];

/** A living person does not show the same pictures twice: with one piece there is no session. */
const LEAST_GENUINE_PIECES = 2;

/** Everything that presentations of a need can be made from, in one half or in both. */
export function sourcesOf(
  { needs: need, genuine }: { readonly needs: AttackNeed; readonly genuine: boolean },
  { footage, stills }: Pick<Workshop, 'footage' | 'stills'>,
  part: Part | undefined,
): readonly Source[] {
  const wanted = (one: { readonly part: Part }): boolean => part === undefined || one.part === part;
  if (need === 'drawn') {
    return PERSONAS.map((persona, at) => ({
      id: persona.id,
      person: persona.id,
      // Drawn people are of no half: every other one stands with each.
      part: at % 2 === 0 ? ('train' as const) : ('test' as const),
      still: null,
      footage: null,
      persona: at,
    })).filter(wanted);
  }
  if (need === 'still' || need === 'still-and-other') {
    return stills
      .map((still) => ({
        id: still.id,
        person: still.person,
        part: still.part,
        still,
        footage: null,
        persona: 0,
      }))
      .filter(wanted);
  }
  return footage
    .filter(({ pieces }) => pieces.actions.length >= (genuine ? LEAST_GENUINE_PIECES : 1))
    .filter(({ footage: { id } }) => !genuine || !PROCESSED.includes(id))
    .map((one) => {
      const { id, person, part: half } = one.footage;
      const still = stills.find((each) => each.footage === one.footage) ?? null;
      return { id, person, part: half, still, footage: one, persona: 0 };
    })
    .filter((one) => one.still !== null && wanted(one));
}
