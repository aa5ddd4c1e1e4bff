import { EVIDENCE_LEVELS, type EvidenceLevel } from '@huoti/privacy';

/** Whether who agreed to `agreed` has agreed to all that `asked` sends. */
export function reachesLevel(agreed: EvidenceLevel, asked: EvidenceLevel): boolean {
  return EVIDENCE_LEVELS.indexOf(agreed) >= EVIDENCE_LEVELS.indexOf(asked);
}
