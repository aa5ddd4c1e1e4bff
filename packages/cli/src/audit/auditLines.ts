import type { AuditVerification } from '@huoti/liveness-server';

const timeOf = (atMs: number): string => new Date(atMs).toISOString();

/** What a person reads of a verification. */
export function auditLines(found: AuditVerification, { withLog }: { withLog: boolean }): readonly string[] {
  const { ok, entries, firstSeq, lastSeq, unchained, signedSeq, signedAtMs, head, findings } = found;
  const place =
    firstSeq === null ? 'no entries' : `entries ${firstSeq} to ${lastSeq ?? firstSeq} (${entries})`;
  const open = (lastSeq ?? 0) - (signedSeq ?? 0);
  return [
    `${ok ? 'intact' : 'BROKEN'}: ${place}`,
    signedSeq === null || signedAtMs === null
      ? 'no signed head: nothing proves that these entries were not made anew'
      : `proven by signatures up to entry ${signedSeq}, signed ${timeOf(signedAtMs)}`,
    ...(signedSeq !== null && open > 0 ? [`${open} entries after it are chained and not signed yet`] : []),
    ...(unchained > 0 ? [`${unchained} entries are written and not chained yet`] : []),
    ...(head === null ? [] : [`head: ${head}`]),
    ...findings.map(({ kind, seq, detail }) => `${kind} at ${seq}: ${detail}`),
    ...(found.found > findings.length ? [`and ${found.found - findings.length} more findings`] : []),
    ...(withLog
      ? []
      : ['without --log it is not known whether entries were cut off the end together with their heads']),
  ];
}
