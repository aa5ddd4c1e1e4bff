import type { StepAction } from '@huoti/protocol';

/** Whether a step asks for one of the person's sides by name. */
export const isTurn = (action: StepAction): boolean => action === 'turn-left' || action === 'turn-right';
