import type { VerdictRow } from '@huoti/server';

/** All columns of a verdict. */
export const VERDICT_COLUMNS = [
  'sessionId',
  'id',
  'clientId',
  'verified',
  'assurance',
  'reason',
  'gate',
  'light',
  'checks',
  'signals',
  'comparison',
  'engine',
  'decidedAtMs',
  'recomputeMs',
] as const satisfies readonly (keyof VerdictRow)[];
