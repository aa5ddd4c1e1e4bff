import { createSeededRandom } from '@huoti/core/testing';
import { HuotiError } from '@huoti/protocol';
import { ATTACKS } from '../attacks/attacks.js';
import type { Part } from '../footage/ClipRow.js';
import { createAreaLight } from '../lighting/createAreaLight.js';
import { createPointLight } from '../lighting/createPointLight.js';
import { drawRoomConditions } from '../lighting/RoomConditions.js';
import { createRandom } from '../random/createRandom.js';
import { castOf } from './castOf.js';
import { GENUINE } from './genuine.js';
import { inTurn } from './inTurn.js';
import { anyPlan, planOf } from './planOf.js';
import type { Presentation } from './Presentation.js';
import { sourcesOf } from './sourcesOf.js';
import type { Workshop } from './Workshop.js';

/** What {@link presentations} takes. */
export interface PresentationsOptions {
  workshop: Workshop;
  /** A name of {@link SPECIES_NAMES}. */
  species: string;
  /** @default both halves */
  part?: Part | undefined;
  count: number;
  /** Same seed, same presentations. */
  seed: number;
  /** The first one that is drawn: a count can be shared out over runs. @default 0 */
  from?: number | undefined;
  /** Leaves out what has none of these seeds of its own. @default all are drawn */
  only?: ReadonlySet<number> | undefined;
  /** Whether plans have a light step. @default 'drawn': two in three */
  light?: 'on' | 'off' | 'drawn' | undefined;
  /** Which lighting model takes the pictures. @default drawn, one in two */
  lightModel?: 'point' | 'area' | undefined;
}

/** Every species that can be presented; `live` and `synthetic` are genuine. */
export const SPECIES_NAMES: readonly string[] = [...GENUINE, ...ATTACKS].map(({ name }) => name);

/** Share of plans with a light step, where it is drawn. */
const LIT_SHARE = 2 / 3;
/** Share of plans that ask for what the act can do, where a species meets either: the attacker's lucky days. */
const LUCKY_SHARE = 0.6;
/** From the camera to a face, in cm: a phone in the hand. */
const NEAREST_CM = 30;
const FARTHEST_CM = 52;

/**
 * Draws presentations of one species, people in turn so that all are used equally often.
 *
 * @throws HuotiError INVALID_ARGUMENT for an unknown species, or where the fixtures have no source for it
 * @example
 * for (const one of presentations({ workshop, species: 'print-still', count: 300, seed: 1 })) {
 *   await playPresentation(one, { landmarker });
 * }
 */
export function* presentations({
  workshop,
  species,
  part,
  count,
  seed,
  from = 0,
  only,
  light = 'drawn',
  lightModel,
}: PresentationsOptions): Generator<Presentation, void, undefined> {
  const attack = [...GENUINE, ...ATTACKS].find(({ name }) => name === species);
  if (!attack) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `no species "${species}": give one of ${SPECIES_NAMES.join(', ')}`,
    );
  }
  const genuine = GENUINE.includes(attack);
  const sources = sourcesOf({ needs: attack.needs, genuine }, workshop, part);
  if (sources.length === 0) {
    throw new HuotiError('INVALID_ARGUMENT', `the fixtures have no source for ${species}`);
  }
  const sourceAt = inTurn(sources, createRandom(seed * 31 + SPECIES_NAMES.indexOf(species)));
  for (let index = from; index < from + count; index++) {
    const own = (seed * 1009 + SPECIES_NAMES.indexOf(species) * 100_003 + index * 7919) | 0;
    if (only && !only.has(own)) continue;
    const random = createRandom(own);
    const source = sourceAt(index);
    const planLight = light === 'drawn' ? random.next() < LIT_SHARE : light === 'on';
    const room = drawRoomConditions(random);
    const model = random.next() < 0.5 ? 'point' : 'area';
    const taken = lightModel ?? model;
    const create = taken === 'point' ? createPointLight : createAreaLight;
    const act = attack.create(
      castOf(source, workshop, {
        random,
        light: create({ room, random }),
        otherLight: () => create({ room: drawRoomConditions(random), random }),
        distanceCm: random.between(NEAREST_CM, FARTHEST_CM),
      }),
    );
    const lucky = random.next() < LUCKY_SHARE;
    const fitting = attack.plan === 'own' || (attack.plan === 'either' && lucky);
    const bytes = createSeededRandom(own);
    yield {
      species,
      label: genuine ? 'bona-fide' : 'attack',
      source: source.id,
      person: source.person,
      part: source.part,
      pieces: source.footage?.pieces.actions.length ?? 0,
      seed: own,
      planLight,
      lightModel: taken,
      room,
      plan: fitting
        ? planOf(act.actions, planLight, { source: bytes, random, again: !genuine })
        : anyPlan(bytes, planLight),
      act,
    };
  }
}
