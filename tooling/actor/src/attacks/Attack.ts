import type { Act } from './Act.js';
import type { Cast } from './Cast.js';

/** What a species is made of: of the person whose face is presented, and of somebody else. */
export type AttackNeed = 'still' | 'footage' | 'still-and-other' | 'footage-and-other' | 'drawn';

/** A species of presentation: what is put before the camera, or in its place. */
export interface Attack {
  readonly name: string;
  readonly needs: AttackNeed;
  /**
   * `all`: whatever a plan draws. `own`: the plan asks for what the act can do (the attacker is lucky, or has footage of
   * everything). `either`: one or the other.
   */
  readonly plan: 'all' | 'own' | 'either';
  /** Presented to the camera, or injected in its place. */
  readonly method: 'presented' | 'injected' | 'either';
  create(cast: Cast): Act;
}
