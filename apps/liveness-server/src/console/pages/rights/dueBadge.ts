import type { Language } from '../../language/Language.js';
import { markup, type Markup } from '../../markup/markup.js';
import { dueWords } from './dueWords.js';

/** From so many working days on it is marked. */
const SOON = 3;

/** How much time is left, as a badge. */
export function dueBadge(language: Language, daysLeft: number): Markup {
  const look = daysLeft < 0 ? ' refused' : daysLeft <= SOON ? ' soon' : '';
  return markup`<span class="badge${look}">${dueWords(language, daysLeft)}</span>`;
}
