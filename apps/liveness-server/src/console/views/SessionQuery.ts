import type { SessionFilter } from '@huoti/server';

/** What the list of sessions was asked for, as far as it could be read. */
export type SessionQuery = Pick<SessionFilter, 'clientId' | 'subject' | 'state' | 'reason' | 'before'>;
