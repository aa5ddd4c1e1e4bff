import type { CheckEnd } from './CheckEnd.js';

/** An end in the few words of the protocol's tables; a gate that refused is named with its reason. */
export function summaryOf(end: CheckEnd): string {
  if ('cancelled' in end) return 'cancelled';
  if ('error' in end) return end.error.code;
  const { result } = end;
  if (result.status === 'completed') return 'completed';
  return result.gate === undefined ? result.reason : `${result.reason} ${result.gate}`;
}
