import { REFUSAL_REASONS, SESSION_STATES, SubjectSchema } from '@huoti/protocol';
import type { SessionQuery } from './SessionQuery.js';

const SUBJECT = new RegExp(SubjectSchema.pattern ?? '');
/** Page marker: ms since 1970 and the id of the last session shown. */
const MARKER = /^(\d{1,16})\.([A-Za-z0-9_-]{22})$/;

/** What is the text of a form's field: the first one, trimmed; `undefined` for an empty one. */
const field = (query: URLSearchParams, name: string): string | undefined =>
  query.get(name)?.trim() || undefined;

const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((one) => one === value);

/**
 * Reads the filter of an address. Each field is a value of a known set or shape, or the whole is `null`: a filter that was
 * dropped in silence would show other sessions than the operator asked for.
 */
export function parseSessionQuery(query: URLSearchParams): SessionQuery | null {
  const [clientId, subject] = [field(query, 'client'), field(query, 'subject')];
  const [state, reason, before] = [field(query, 'state'), field(query, 'reason'), field(query, 'before')];
  const knownState = oneOf(SESSION_STATES, state);
  const knownReason = oneOf([...REFUSAL_REASONS, 'none'] as const, reason);
  const [, issuedAt, id] = MARKER.exec(before ?? '') ?? [];
  const isRead =
    [clientId, subject].every((text) => text === undefined || SUBJECT.test(text)) &&
    state === knownState &&
    reason === knownReason &&
    (before === undefined || id !== undefined);
  if (!isRead) return null;
  return {
    ...(clientId === undefined ? {} : { clientId }),
    ...(subject === undefined ? {} : { subject }),
    ...(knownState === undefined ? {} : { state: knownState }),
    ...(knownReason === undefined ? {} : { reason: knownReason }),
    ...(id === undefined ? {} : { before: { issuedAtMs: Number(issuedAt), id } }),
  };
}
