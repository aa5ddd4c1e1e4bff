import type { Jobs } from '@huoti/server';

/** How a queue treats its jobs. */
export interface JobSettings {
  /** Runs after the first one, before a job is dead. */
  readonly retryLimit: number;
  /** Wait before the second run, s; doubled for each later one, up to twice that by chance. */
  readonly retryDelayS: number;
  /** How long a dead job is kept, minutes. */
  readonly keepDeadMinutes: number;
}

const A_FORTNIGHT = 14 * 24 * 60;

/**
 * A platform that gives no answer is asked again by the job's own bookkeeping (`judgePlatform`); what is retried here is a store at
 * fault.
 *
 * A judge that fails met a broken machine, never a bad face: eight more runs over some six minutes, then a person has to look.
 * A notice counts its own tries and waits between them itself (`WebhookDeliveryRow`); what is retried here is its bookkeeping.
 */
export const JOB_SETTINGS: Readonly<Record<keyof Jobs, JobSettings>> = {
  judge: { retryLimit: 8, retryDelayS: 1, keepDeadMinutes: A_FORTNIGHT },
  platform: { retryLimit: 8, retryDelayS: 1, keepDeadMinutes: A_FORTNIGHT },
  notify: { retryLimit: 8, retryDelayS: 1, keepDeadMinutes: A_FORTNIGHT },
  forget: { retryLimit: 8, retryDelayS: 1, keepDeadMinutes: A_FORTNIGHT },
};

/** All names of jobs. */
export const JOB_NAMES = Object.keys(JOB_SETTINGS) as readonly (keyof Jobs)[];

/** Where dead jobs of a name lie. */
export const deadQueueOf = (name: keyof Jobs): string => `${name}-dead`;
