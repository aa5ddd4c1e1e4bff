import { askingWordsOf, ConsentTalk, spokenConsent, wordsOf, type ConsentState } from '@huoti/ui';
import { adoptStyles } from 'lit';
import { askingStyles } from '../styles/askingStyles.js';
import { consentStyles } from '../styles/consentStyles.js';
import { elementStyles } from '../styles/elementStyles.js';
import type { Asking, OpenAsking } from './Asking.js';
import { createReader } from './createReader.js';
import { consentPage } from './pages/consentPage.js';
import { problemText } from './pages/problemText.js';

/** Opens the consent's pages in an element; what {@link Asking} says, with the notice and its languages. */
export const openAsking: OpenAsking = ({ settings, languages, root, changed }): Asking => {
  // Through the CSSOM, as the element's own: a strict Content-Security-Policy forbids a style element.
  adoptStyles(root, [...elementStyles, consentStyles, askingStyles]);
  const { guardian, renew, ...asked } = settings;
  const reader = createReader({ onMissing: () => talk.dispatch({ type: 'reading-set', aloud: false }) });
  let read = '';
  let problems = 0;

  /** Reads what is new on the page; silent as soon as there is no page. */
  function voice(state: ConsentState | null): void {
    if (state === null || !state.readAloud) {
      if (read !== '') reader.stop();
      read = '';
      return;
    }
    const texts = spokenConsent(state);
    const key = `${state.language} ${texts.join(' ')}`;
    const { problem, problemCount } = state;
    if (key !== read) reader.read(texts, state.language);
    else if (problem !== null && problemCount !== problems) reader.read([problemText(state)], state.language);
    read = key;
  }

  const talk = new ConsentTalk({
    settings: { ...asked, languages },
    epochMs: () => Date.now(),
    ...(guardian === undefined ? {} : { guardian }),
    ...(renew === undefined ? {} : { renew }),
    changed: () => {
      voice(talk.state);
      changed();
    },
  });

  return {
    get state() {
      return talk.state;
    },
    ask: (request) => talk.ask(request),
    translate: (wanted) => talk.dispatch({ type: 'language-set', languages: wanted }),
    render: (actions) =>
      consentPage({
        ...actions,
        state: talk.state as ConsentState,
        words: wordsOf(talk.state as ConsentState),
        asking: askingWordsOf(talk.state as ConsentState),
        voice: reader.voice,
        dispatch: (event) => talk.dispatch(event),
      }),
    drawn() {
      const { problem, problemCount } = talk.state ?? { problem: null, problemCount: 0 };
      if (problemCount === problems) return;
      problems = problemCount;
      if (problem === null || problem.kind === 'guardian-missing') return;
      const id = problem.kind === 'choice-missing' ? `choice-${problem.choice}` : 'guardian-code';
      const found = root.getElementById(id);
      found?.focus({ preventScroll: true });
      // The buttons stand over the page's end: the middle is in view for certain.
      found?.scrollIntoView({ block: 'center' });
    },
    hush: () => talk.dispatch({ type: 'reading-set', aloud: false }),
    close: () => talk.close(),
  };
};
