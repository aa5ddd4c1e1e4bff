/** How many synthetic people the demo offers; a test holds it against the actor's list, which is fetched only on demand. */
export const PERSONA_COUNT = 12;

/** Scenes of the synthetic person that the demo offers; held against the actor's list likewise. */
export const SCENE_CHOICES: readonly string[] = [
  'person',
  'two-people',
  'empty-room',
  'covered-lens',
  'dark',
  'blurred',
  'backlit',
  'still-photo',
  'cartoon',
  'masked',
];

/** Plans that are handy while integrating. */
export const PLAN_CHOICES: readonly string[] = [
  'blink',
  'mouth-open',
  'turn-left,turn-right',
  'nod',
  'approach,away',
  'blink,mouth-open,turn-left,nod',
  'turn-left,light,blink',
];
