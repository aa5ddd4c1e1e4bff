import type { SubjectRecords } from '../archive/readSubjectRecords.js';
import type { PortableDocument } from './PortableDocument.js';
import { PORTABLE_LIMITS } from './portableLimits.js';

type Session = PortableDocument['sessions'][number];

function outcomeOf(verdict: SubjectRecords['sessions'][number]['verdict']): Session['outcome'] {
  if (verdict === null) return 'none';
  if (verdict.reason !== null) return 'refused';
  return verdict.verified ? 'verified' : 'completed';
}

/** A portable document without templates: the only form that leaves unsealed. */
export function portableHistory(
  {
    subject,
    references,
    consents,
    sessions,
  }: Pick<SubjectRecords, 'subject' | 'references' | 'consents'> & {
    readonly sessions: readonly Pick<SubjectRecords['sessions'][number], 'session' | 'verdict'>[];
  },
  { issuer, nowMs }: { issuer: string; nowMs: number },
): PortableDocument {
  return {
    format: 'huoti-portable',
    version: 1,
    issuer,
    exportedAtMs: nowMs,
    subject: subject.subject,
    ageBand: subject.ageBand,
    references: references
      .filter(({ expiresAtMs }) => expiresAtMs === null || expiresAtMs > nowMs)
      .map(({ id, model, createdAtMs, expiresAtMs }) => ({
        ...{ id, model, createdAtMs, expiresAtMs },
        template: null,
      })),
    consents: [...consents]
      .reverse()
      .slice(0, PORTABLE_LIMITS.consents)
      .map(({ recordedAtMs, withdrawnAtMs, level, policyVersion, textHash, language, choices }) => ({
        ...{ recordedAtMs, withdrawnAtMs, level, policyVersion, textHash, language, choices: { ...choices } },
      })),
    sessions: sessions.slice(0, PORTABLE_LIMITS.sessions).map((one) => ({
      issuedAtMs: one.session.issuedAtMs,
      decidedAtMs: one.session.decidedAtMs,
      evidenceLevel: one.session.policy.evidenceLevel,
      outcome: outcomeOf(one.verdict),
      assurance: one.verdict?.assurance ?? null,
    })),
    historyIsCut: consents.length > PORTABLE_LIMITS.consents || sessions.length > PORTABLE_LIMITS.sessions,
  };
}
