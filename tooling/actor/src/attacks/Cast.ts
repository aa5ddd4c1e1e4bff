import type { Action } from '@huoti/protocol';
import type { Performer } from '../footage/Performer.js';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import type { LightModel } from '../lighting/LightModel.js';
import type { Random } from '../random/createRandom.js';
import type { StillFace } from './StillFace.js';

/** What an attacker has in the workshop for one presentation. */
export interface Cast {
  readonly canonicalFace: CanonicalFace;
  /** Draws whatever a species leaves open. */
  readonly random: Random;
  /** The room, the screen before it and the camera. */
  readonly light: LightModel;
  /** Another room, at another time, with another camera: each call is a new one. */
  otherLight(): LightModel;
  /** From the camera to a face or a picture of one, in cm. */
  readonly distanceCm: number;
  /** A frontal picture of the person whose face is presented. */
  readonly still: StillFace;
  /** Pictures of the same person in the middle of an action, where there are some. */
  readonly stills: Partial<Record<Action, StillFace>>;
  /** Which drawn person, for a species that needs no other: a number of PERSONAS. */
  readonly drawn: number;
  /**
   * The person's footage; each call plays anew.
   *
   * @throws HuotiError INVALID_ARGUMENT where there is none: a species says what it needs
   */
  performer(): Performer;
  /** Footage of somebody else, likewise. */
  other(): Performer;
}
