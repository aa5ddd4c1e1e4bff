import type { ChallengeOutcome } from '@huoti/protocol';

/** Whether the screen lit the face through every stage of a light step. */
export const isLit = (outcomes: readonly ChallengeOutcome[]): boolean =>
  outcomes.some(({ action, status }) => action === 'light' && status === 'satisfied');
