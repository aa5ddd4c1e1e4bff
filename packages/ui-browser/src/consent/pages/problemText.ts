import { askingWordsOf, wordsOf, type ConsentState } from '@huoti/ui';

/** What stands in the way, in words; empty where nothing does. */
export function problemText(state: ConsentState): string {
  switch (state.problem?.kind) {
    case 'choice-missing':
      return wordsOf(state).notice.tickAll;
    case 'code-malformed':
      return askingWordsOf(state).codeMalformed;
    case 'guardian-missing':
      return wordsOf(state).guardian.failed;
    case undefined:
      return '';
  }
}
