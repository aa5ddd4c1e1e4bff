import { syntheticTemplate } from '@huoti/embedder/testing';
import type { FaceReader } from '../../ports/FaceReader.js';
import { enrolReference } from '../../references/enrolReference.js';
import { ensureSubject } from '../../subjects/ensureSubject.js';
import { judgeSession } from '../../verdicts/judgeSession.js';
import { aGuardianConsent, aRightsCase } from '../contracts/privacyRows.js';
import { createScriptedJudge } from '../createScriptedJudge.js';
import type { TestContext } from '../createTestContext.js';
import { answered, driveSession } from '../driveSession.js';

const BANK = { clientId: 'bank' } as const;

/** Shows whoever the bytes name. */
export const nameReader: FaceReader = {
  read: async (bytes) => ({
    kind: 'one',
    template: syntheticTemplate(new TextDecoder().decode(bytes), { noise: 0.1 }),
    quality: 0.8,
  }),
};

/** A person with all that there can be of one: decided, open and referring sessions, a face, papers, cases. */
export async function livePerson(context: TestContext, subject: string): Promise<void> {
  const picture = new TextEncoder().encode(subject);
  answered(
    await enrolReference(context, { ...BANK, id: `${subject}-face`, subject, picture, reader: nameReader }),
  );
  const { sessionId } = await driveSession(context, {
    request: { subject, referenceId: `${subject}-face` },
  });
  await judgeSession(context, { sessionId, judge: createScriptedJudge() });
  await driveSession(context, { until: 'issued', request: { subject } });
  await driveSession(context, { until: 'uploaded', request: { subject } });
  await driveSession(context, { request: { subject } });
  // Names nobody, but the face is the person's.
  await driveSession(context, { until: 'begun', request: { referenceId: `${subject}-face` } });
  await ensureSubject(context, { ...BANK, subject });
  await context.store.transaction(async (tx) => {
    await tx.guardianConsents.insert(aGuardianConsent(subject));
    await tx.rightsCases.insert(
      aRightsCase(subject === 'anna' ? 'case-1' : 'case-2', {
        subject,
        kind: 'delete',
        note: `${subject} wrote`,
      }),
    );
    await tx.rightsCases.insert(
      aRightsCase(subject === 'anna' ? 'access-1' : 'access-2', { subject, note: `${subject} rang` }),
    );
  });
}

/** Every row and blob in which a word stands, by table; keys that are not the others' count as well. */
export function placesOf(context: TestContext, word: string): string[] {
  const { blobs } = context.blobs;
  const tables = Object.entries(context.store.tables) as [string, ReadonlyMap<unknown, unknown>][];
  return [
    ...tables.flatMap(([name, rows]) =>
      [...rows].filter((entry) => JSON.stringify(entry).includes(word)).map(() => name),
    ),
    ...[...blobs.keys()].filter((key) => key.includes(word)).map(() => 'blobs'),
  ];
}
