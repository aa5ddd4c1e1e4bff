/**
 * What stands before the camera: a person as they should, or one of the inputs that must not pass.
 */
export const SCENE_NAMES = [
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
] as const;
export type SceneName = (typeof SCENE_NAMES)[number];
