/** The quality gates a frame has to pass; `QUALITY_TOO_LOW` names one of them. */
export const GATE_CODES = [
  'several-faces',
  'too-far',
  'too-close',
  'off-centre',
  'not-frontal',
  'too-dark',
  'too-bright',
  'backlit',
  'blurred',
  'occluded',
  'eyes-closed',
] as const;
/** One of {@link GATE_CODES}. */
export type GateCode = (typeof GATE_CODES)[number];
