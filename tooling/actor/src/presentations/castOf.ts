import { HuotiError, type Action } from '@huoti/protocol';
import type { Cast } from '../attacks/Cast.js';
import type { StillFace } from '../attacks/StillFace.js';
import { createFootagePlayer } from '../footage/createFootagePlayer.js';
import type { Footage } from '../footage/Footage.js';
import type { Performer } from '../footage/Performer.js';
import type { Piece, Pieces } from '../footage/Pieces.js';
import type { Source } from './Source.js';
import type { FootageSource, Workshop } from './Workshop.js';

/** Who and what a presentation of a source can be cast with. */
export function castOf(
  source: Source,
  { footage, canonicalFace }: Pick<Workshop, 'footage' | 'canonicalFace'>,
  facts: Pick<Cast, 'random' | 'light' | 'otherLight' | 'distanceCm'>,
): Cast {
  const { random } = facts;
  const player = ({ footage: one, pieces }: FootageSource): Performer =>
    createFootagePlayer({ footage: one, pieces, random });
  return {
    ...facts,
    canonicalFace,
    drawn: source.persona,
    get still() {
      if (!source.still) throw missing(source, 'no picture');
      return readStill(source.still.footage, source.still.frame);
    },
    get stills() {
      return source.footage ? stillsOf(source.footage) : {};
    },
    performer() {
      if (!source.footage) throw missing(source, 'no footage');
      return player(source.footage);
    },
    other() {
      const own = source.footage?.pieces;
      const anybody = footage.filter(
        ({ footage: { part, person }, pieces }) =>
          part === source.part && person !== source.person && pieces.actions.length > 0,
      );
      // Somebody who can do the same, where there is one.
      const alike = own ? anybody.filter(({ pieces }) => shares(own, pieces)) : anybody;
      const others = alike.length > 0 ? alike : anybody;
      const one = others[Math.floor(random.next() * others.length)];
      if (!one) throw missing(source, 'nobody else');
      return player(one);
    },
  };
}

const missing = ({ id }: Source, what: string): HuotiError =>
  new HuotiError('INVALID_ARGUMENT', `${id}: there is ${what} to cast with`);

const shares = (a: Pieces, b: Pieces): boolean =>
  a.actions.some((one) => b.actions.some((other) => other.action === one.action));

function readStill(footage: Footage, frame: number): StillFace {
  const { widthPx, heightPx } = footage;
  const picture = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  footage.read(frame, picture);
  const landmarks = footage.landmarks(frame);
  if (!landmarks) throw new HuotiError('INVALID_ARGUMENT', `${footage.id}: frame ${frame} shows no face`);
  return { picture, landmarks };
}

/** The frame of each action in which most of it is done. */
function stillsOf({ footage, pieces }: FootageSource): Partial<Record<Action, StillFace>> {
  const stills: Partial<Record<Action, StillFace>> = {};
  for (const piece of pieces.actions) {
    stills[piece.action] ??= readStill(footage, peakOf(piece, pieces));
  }
  return stills;
}

function peakOf({ action, frames }: Piece, { measures }: Pieces): number {
  const reach = (frame: number): number => {
    const one = measures[frame];
    if (!one) return -Infinity;
    if (action === 'blink') return -one.eyes;
    return action === 'mouth-open' ? one.mouth : Math.abs(one.yaw);
  };
  return frames.reduce((best, frame) => (reach(frame) > reach(best) ? frame : best), frames[0] as number);
}
