import type { LivenessPlan } from '@huoti/protocol';

/** How many steps a plan has, those not revealed yet included. */
export const stepCountOf = ({ steps, stepCount }: LivenessPlan): number => stepCount ?? steps.length;
