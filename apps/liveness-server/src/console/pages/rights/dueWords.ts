import type { Language } from '../../language/Language.js';
import { say } from '../../language/say.js';

/** How much time is left, in words that need no colour. */
export function dueWords(language: Language, daysLeft: number): string {
  if (daysLeft === 0) return say(language, 'rights.left.none');
  const count = Math.abs(daysLeft);
  const family = daysLeft < 0 ? 'rights.over' : 'rights.left';
  return count === 1 ? say(language, `${family}.one`) : say(language, family, { count });
}
