import type { TryEnd } from './TryRecord.js';

/** How a try ended, in the few words that the tables of the protocol use; a gate that refused is named with its reason. */
export function summaryOf(end: TryEnd): string {
  if (end.kind === 'cancel') return 'cancelled';
  if (end.kind === 'error') return end.code;
  if (end.kind === 'outcome') {
    const { status, reason, gate } = end.outcome;
    return status === 'completed' ? status : [reason ?? 'unconfirmed', gate].filter(Boolean).join(' ');
  }
  const { result } = end;
  if (result.status === 'completed') return 'completed';
  return result.gate === undefined ? result.reason : `${result.reason} ${result.gate}`;
}
