import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';

/** For a session that does not exist and for another client's alike: nobody learns which ids there are. */
export function sessionUnknown(): Refused {
  return refused('SESSION_UNKNOWN', 'there is no such session');
}
