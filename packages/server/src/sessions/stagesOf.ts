import type { PlanStep } from '@huoti/protocol';

/** Stages of light that each chunk of a session holds: chunk 0 has no step. */
export const stagesOf = (steps: readonly PlanStep[]): readonly number[] => [
  0,
  ...steps.map((step) => (step.action === 'light' ? step.stages.length : 0)),
];
