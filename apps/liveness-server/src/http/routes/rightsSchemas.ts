import { EpochMsSchema, IdentifierSchema, RIGHTS_KINDS, SubjectSchema } from '@huoti/protocol';
import { type RightsCaseRow, type ServerContext, workingDaysLeft } from '@huoti/server';
import { type Static, type TSchema, Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const literals = <T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));

/** What a person may ask. */
export const RightsKindSchema = literals(RIGHTS_KINDS);
/** How far a case is. */
export const RightsStateSchema = literals(['open', 'running', 'done', 'refused'] as const);
/** The path's case. */
export const CaseParamsSchema = Type.Object({ caseId: IdentifierSchema }, strict);

/** A case as its client sees it. What an operator noted is not told. */
export const RightsCaseSchema = Type.Object(
  {
    caseId: IdentifierSchema,
    subject: orNull(SubjectSchema),
    kind: RightsKindSchema,
    state: RightsStateSchema,
    receivedAtMs: EpochMsSchema,
    dueAtMs: Type.Integer({ minimum: 0, description: 'The last ms of the last working day in time' }),
    workingDaysLeft: orNull(
      Type.Integer({ description: '0 on the last day, negative after it; null once answered' }),
    ),
    closedAtMs: orNull(EpochMsSchema),
    deletionId: orNull(IdentifierSchema),
  },
  strict,
);

/** A row as {@link RightsCaseSchema} has it. */
export function rightsCaseView(
  { settings, time }: Pick<ServerContext, 'settings' | 'time'>,
  { id, subject, kind, state, receivedAtMs, dueAtMs, closedAtMs, deletionId }: RightsCaseRow,
): Static<typeof RightsCaseSchema> {
  const left = closedAtMs === null ? workingDaysLeft(settings, { dueAtMs, nowMs: time.nowMs() }) : null;
  return {
    ...{ caseId: id, subject, kind, state, receivedAtMs, dueAtMs, closedAtMs, deletionId },
    workingDaysLeft: left,
  };
}
