import { RIGHTS_KINDS, SubjectSchema } from '@huoti/protocol';
import type { RightsQuery } from './RightsQuery.js';

const SUBJECT = new RegExp(SubjectSchema.pattern ?? '');
const STATES = ['pending', 'all', 'open', 'running', 'done', 'refused'] as const;

const field = (query: URLSearchParams, name: string): string | undefined =>
  query.get(name)?.trim() || undefined;

/** Reads the filter of an address; `null` where a field is no value of its set or shape: no filter is dropped in silence. */
export function parseRightsQuery(query: URLSearchParams): RightsQuery | null {
  const [clientId, subject] = [field(query, 'client'), field(query, 'subject')];
  const [state = 'pending', kind] = [field(query, 'state'), field(query, 'kind')];
  const knownState = STATES.find((one) => one === state);
  const knownKind = RIGHTS_KINDS.find((one) => one === kind);
  const isRead =
    knownState !== undefined &&
    kind === knownKind &&
    [clientId, subject].every((text) => text === undefined || SUBJECT.test(text));
  if (!isRead) return null;
  return {
    state: knownState,
    ...(knownKind === undefined ? {} : { kind: knownKind }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(subject === undefined ? {} : { subject }),
  };
}
