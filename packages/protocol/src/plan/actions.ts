/**
 * What a person can be asked to do. Left and right are the person's own. `turn-one-side` and `turn-other-side` are asked
 * where it is unknown whether the camera mirrors: only that the two differ is judged.
 */
export const ACTIONS = [
  'blink',
  'mouth-open',
  'turn-left',
  'turn-right',
  'nod',
  'approach',
  'away',
  'turn-one-side',
  'turn-other-side',
] as const;

/** One action of a plan. */
export type Action = (typeof ACTIONS)[number];

/** What a step of a plan can be: an action of the person, or light of the screen. */
export type StepAction = Action | 'light';

/** The six that the default plan draws from. */
export const DEFAULT_PLAN_ACTIONS = [
  'blink',
  'mouth-open',
  'turn-left',
  'turn-right',
  'nod',
  'approach',
] as const satisfies readonly Action[];
