import { ScrollView, View } from '@tarojs/components';
import { askingWordsOf, spokenConsent, wordsOf } from '@huoti/ui';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import type { ConsentView, ConsentViewProps } from './ConsentView.js';
import { AgePage } from './pages/AgePage.js';
import { DeclinedPage } from './pages/DeclinedPage.js';
import { GuardianPage } from './pages/GuardianPage.js';
import { NoticePage } from './pages/NoticePage.js';
import { ConsentBar } from './parts/ConsentBar.js';

/** What {@link ConsentScreens} takes. */
export type ConsentScreensProps = Omit<ConsentView, 'words' | 'asking'>;

/** What a screen reader says by itself: the page's first words when it comes, and what is in the way once agree was pressed. */
function spoken({ state, words, asking }: ConsentView): string {
  switch (state.problem?.kind) {
    case 'choice-missing':
      return words.notice.tickAll;
    case 'code-malformed':
      return asking.codeMalformed;
    case 'guardian-missing':
      return words.guardian.failed;
    case undefined:
      return spokenConsent(state)[0] ?? '';
  }
}

function Page({ consent }: ConsentViewProps): ReactElement | null {
  switch (consent.state.page) {
    case 'age':
      return <AgePage consent={consent} />;
    case 'guardian':
      return <GuardianPage consent={consent} />;
    case 'notice':
      return <NoticePage consent={consent} />;
    case 'declined':
      return <DeclinedPage consent={consent} />;
    case 'agreed':
      return null;
  }
}

/** The asking, page by page. Each page begins at its top, and scrolls by itself where the window does not. */
export function ConsentScreens(props: ConsentScreensProps): ReactElement {
  const { state } = props;
  const consent: ConsentView = { ...props, words: wordsOf(state), asking: askingWordsOf(state) };
  const { problem } = state;
  return (
    <>
      <ScrollView
        key={state.page}
        className="huoti-scroll"
        scrollY
        scrollIntoView={problem?.kind === 'choice-missing' ? `huoti-choice-${problem.choice}` : ''}
      >
        <View
          className={`huoti-page huoti-consent huoti-on-${state.page}`}
          style={`direction: ${state.direction};`}
        >
          <ConsentBar consent={consent} />
          <Page consent={consent} />
        </View>
      </ScrollView>
      <View className="huoti-spoken" {...aria({ role: 'status', live: 'polite' })}>
        {spoken(consent)}
      </View>
    </>
  );
}
