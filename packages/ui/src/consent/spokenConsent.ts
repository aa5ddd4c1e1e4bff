import { askingWordsOf } from './askingWordsOf.js';
import type { ConsentState } from './ConsentState.js';
import { wordsOf } from './wordsOf.js';

/**
 * What a voice reads of the page that is shown, piece by piece, in the order of the page. The folded text only where it is unfolded.
 *
 * @example spokenConsent(state).forEach((text) => speak(text, state.language));
 */
export function spokenConsent(state: ConsentState): readonly string[] {
  const { page, notice, band, settings, renewed, unfolded, declined } = state;
  const words = wordsOf(state);
  const asking = askingWordsOf(state);
  const { legalGround = null } = settings;
  switch (page) {
    case 'age': {
      const { question, why, adult, teen, child } = words.age;
      return [question, why, adult, teen, child];
    }
    case 'guardian': {
      const { title, teen, child, start } = words.guardian;
      const how = settings.hasGuardianFlow === true ? [start] : [asking.codeLabel, asking.codeHelp];
      return [title, band === 'child' ? child : teen, ...how];
    }
    case 'notice':
      return [
        notice.title,
        ...(renewed ? [asking.renewed] : []),
        ...(legalGround === null ? [] : [asking.law, asking.grounds[legalGround]]),
        ...notice.summary,
        // Not `flatMap`, which phones of 2018 lack.
        ...(unfolded
          ? ([] as string[]).concat(...notice.sections.map(({ title, paragraphs }) => [title, ...paragraphs]))
          : []),
        ...(legalGround === null
          ? [words.notice.questions, ...notice.questions.map(({ text }) => text)]
          : []),
      ];
    case 'declined': {
      const { title, text, tooYoung, alternative, anotherWay } = words.declined;
      return [declined === 'choice' ? title : tooYoung, text, alternative, anotherWay];
    }
    case 'agreed':
      return [];
  }
}
