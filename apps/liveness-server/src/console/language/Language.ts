import type { RefusalReason } from '@huoti/protocol';
import type { PageKey } from './en.js';
import type { RightsKey } from './enRights.js';
import type { SessionKey } from './enSession.js';

/** The key of one text of the console. */
export type MessageKey = PageKey | RightsKey | SessionKey | `reason.${RefusalReason}`;

/** The texts of one language. */
export interface Language {
  /** BCP 47, as `lang` of every page. */
  readonly locale: string;
  /** Its own name, for the switch. */
  readonly name: string;
  readonly messages: Readonly<Record<MessageKey, string>>;
  /** Names of checks; those of a newer judge may be missing. */
  readonly checks: Readonly<Record<string, string>>;
}
