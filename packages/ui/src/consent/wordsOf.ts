import { consentWords, type ConsentWords } from '@huoti/privacy';
import type { ConsentState } from './ConsentState.js';

/** A text with the operator's facts in the place of their names in braces. */
function filled(value: unknown, facts: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    return value.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
  }
  if (typeof value !== 'object' || value === null) return value;
  const all: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) all[name] = filled(inner, facts);
  return all;
}

/**
 * The words around the notice, in the notice's language, with the operator's own facts in them. `declined.anotherWay` is the other way as the
 * operator calls it, where the deployment says so.
 *
 * @example wordsOf(state).notice.agree // '同意'
 */
export function wordsOf({ language, settings }: Pick<ConsentState, 'language' | 'settings'>): ConsentWords {
  const { operator, alternative } = settings.deployment;
  const words = consentWords(language);
  const facts = { operator: operator.name, contact: operator.contact };
  const anotherWay = alternative[language] ?? String(filled(words.declined.anotherWay, facts));
  const all = filled(words, { ...facts, alternative: anotherWay }) as ConsentWords;
  return { ...all, declined: { ...all.declined, anotherWay } };
}
