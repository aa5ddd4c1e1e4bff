import type { RightsKind } from '@huoti/protocol';
import { closeRightsCase, openRightsCase, restrictSubject } from '@huoti/server';
import { keepPerson, type TestContext } from '@huoti/server/testing';
import { syntheticJpeg } from './syntheticJpeg.js';

const DAY_MS = 86_400_000;
let face: Promise<Uint8Array> | null = null;

/** Requests of people who do not exist, by what they are for. */
export type SeededRights = Readonly<
  Record<
    | 'access'
    | 'portability'
    | 'correct'
    | 'delete'
    | 'restrict'
    | 'withdraw'
    | 'overdue'
    | 'refused'
    | 'done',
    string
  >
>;

/** Somebody of whom much is kept, and requests in every state: overdue, due soon, with time left, answered. */
export async function seedRights(context: TestContext): Promise<SeededRights> {
  // Drawn once: a test that begins anew each time must not draw a face each time.
  const jpeg = await (face ??= syntheticJpeg(2));
  const nowMs = context.time.nowMs();
  const open = async (kind: RightsKind, subject: string, daysAgo: number, clientId = 'mobile-bank') => {
    const answer = await openRightsCase(context, {
      ...{ clientId, subject, kind, actor: 'key:backend', receivedAtMs: nowMs - daysAgo * DAY_MS },
    });
    if (!answer.ok) throw new TypeError(answer.refusal.detail);
    return answer.rightsCase.id;
  };
  for (const subject of ['cust-104417', 'cust-208812', 'cust-311907']) {
    await keepPerson(context, {
      ...{ clientId: 'mobile-bank', subject, ageBand: 'adult' },
      sessions: [{ pictures: [jpeg, jpeg] }, { pictures: [jpeg] }, { chunks: [jpeg] }],
    });
  }
  const ids = {
    overdue: await open('access', 'cust-311907', 27),
    delete: await open('delete', 'cust-104417', 20),
    restrict: await open('restrict', 'cust-104417', 8),
    withdraw: await open('withdraw', 'cust-208812', 3),
    correct: await open('correct', 'cust-208812', 2),
    portability: await open('portability', 'cust-104417', 1),
    access: await open('access', 'cust-104417', 0),
    refused: await open('access', 'cust-550021', 30, 'lending'),
    done: await open('correct', 'cust-550022', 12, 'lending'),
  };
  const close = async (caseId: string, outcome: 'done' | 'refused', note: string) => {
    const answer = await closeRightsCase(context, { caseId, outcome, note, actor: 'key:backend' });
    if (!answer.ok) throw new TypeError(answer.refusal.detail);
  };
  await close(
    ids.refused,
    'refused',
    'The person could not show that the account is theirs. Asked twice by phone.',
  );
  await close(ids.done, 'done', 'Face enrolled again at the counter.');
  await restrictSubject(context, { clientId: 'mobile-bank', subject: 'cust-208812' });
  return ids;
}
