/** The engines that are measured, in the order of the table's rows. */
export const ENGINE_IDS = [
  'huoti-worker',
  'huoti-main-thread',
  'mediapipe',
  'mediapipe-default',
  'raw-webgl',
  'human',
  'huoti-node',
] as const;

/** One engine on one host. */
export type EngineId = (typeof ENGINE_IDS)[number];
