import { CONSOLE_PATH } from '../consolePath.js';
import type { SessionQuery } from './SessionQuery.js';

/** The address of a page of the list. */
export function sessionAddress({ clientId, subject, state, reason, before }: SessionQuery): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['client', clientId],
    ['subject', subject],
    ['state', state],
    ['reason', reason],
    ['before', before && `${before.issuedAtMs}.${before.id}`],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of fields) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return `${CONSOLE_PATH}/sessions${text === '' ? '' : `?${text}`}`;
}
