/** Longest note, in characters: some sentences, not a file. */
export const MOST_NOTE = 500;

// Control characters but for the line break, and what turns the direction of text: a note is shown on a page and in a terminal.
const UNREADABLE = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** A note as it is kept: without white space around it; `null` for nothing. */
export function parseNote(note: string | null | undefined): string | null {
  const text = (note ?? '').replace(/\r\n?/g, '\n').trim();
  return text === '' ? null : text;
}

/** What is wrong with a note, and what to do; `null` for a good one. */
export function noteFault(note: string | null, { isNeeded }: { isNeeded: boolean }): string | null {
  if (note === null) return isNeeded ? 'note: say why, or what was corrected' : null;
  if ([...note].length > MOST_NOTE) return `note: at most ${MOST_NOTE} characters`;
  return UNREADABLE.test(note) ? 'note: plain text without control characters' : null;
}
