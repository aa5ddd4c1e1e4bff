import type { AgeBand } from '@huoti/protocol';
import { ensureSubject } from '../../subjects/ensureSubject.js';
import { aConsent, aPart, aReference, aSession } from '../contracts/contractRows.js';
import { aGuardianConsent, aRightsCase } from '../contracts/privacyRows.js';
import type { TestContext } from '../createTestContext.js';
import type { ClassDays } from './classTimes.js';

/** Something of each class, of a person of that age, all of this moment. */
export async function keepOneOfEach(context: TestContext, band: AgeBand | null): Promise<void> {
  const atMs = context.time.nowMs();
  await ensureSubject(context, { clientId: 'bank', subject: 'kim' });
  await context.store.transaction(async (tx) => {
    await tx.subjects.update('bank', 'kim', { ageBand: band });
    await tx.sessions.insert(
      aSession('one', {
        ...{ subject: 'kim', ageBand: band, state: 'decided', issuedAtMs: atMs, decidedAtMs: atMs },
      }),
    );
    await tx.parts.put(aPart('one', { name: 'picture-1-1', blobKey: 'a', storedAtMs: atMs }));
    await tx.parts.put(aPart('one', { name: 'chunk-0', blobKey: 'b', storedAtMs: atMs }));
    await tx.references.put(aReference('face', { subject: 'kim', createdAtMs: atMs }));
    await tx.consents.insert(
      aConsent('one', { subject: 'kim', ageBand: band ?? 'adult', recordedAtMs: atMs }),
    );
    await tx.guardianConsents.insert(aGuardianConsent('kim', { recordedAtMs: atMs }));
    await tx.rightsCases.insert(
      aRightsCase('case-1', { subject: 'kim', state: 'done', closedAtMs: atMs, closedBy: 'key:1' }),
    );
  });
}

/** Which of them are still there. */
export const keptStill = ({
  store: { tables },
}: TestContext): Record<keyof ClassDays | 'guardian', boolean> => ({
  'face-crop': [...tables.parts.values()].some(({ name }) => name.startsWith('picture-')),
  'evidence-trace': [...tables.parts.values()].some(({ name }) => name.startsWith('chunk-')),
  session: tables.sessions.size > 0,
  template: tables.references.size > 0,
  receipt: tables.consents.size > 0,
  guardian: tables.guardianConsents.size > 0,
  'rights-case': tables.rightsCases.size > 0,
});
