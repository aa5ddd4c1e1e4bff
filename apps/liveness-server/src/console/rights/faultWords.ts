import type { Refusal } from '@huoti/server';
import type { Language } from '../language/Language.js';
import type { RightsKey } from '../language/enRights.js';
import { say } from '../language/say.js';

const WORDS: Readonly<Partial<Record<Refusal['code'], readonly [number, RightsKey]>>> = {
  INVALID_ARGUMENT: [400, 'case.fault.note'],
  NOT_FOUND: [404, 'case.fault.gone'],
  CONFLICT: [409, 'case.fault.conflict'],
  PAYLOAD_TOO_LARGE: [413, 'case.fault.large'],
};

/** A refusal in the operator's language, with its status. */
export function faultWords(
  language: Language,
  { code }: Refusal,
  instead: Readonly<Partial<Record<Refusal['code'], RightsKey>>> = {},
): { readonly status: number; readonly text: string } {
  const [status, key] = WORDS[code] ?? [500, 'case.fault.conflict'];
  return { status, text: say(language, instead[code] ?? key) };
}
