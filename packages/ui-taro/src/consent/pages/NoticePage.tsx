import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { aria } from '../../view/aria.js';
import type { ConsentViewProps } from '../ConsentView.js';
import { EvenButton } from '../parts/EvenButton.js';
import { Tick } from '../parts/Tick.js';

/** The whole text, folded away below the sentences that everybody reads. */
function WholeText({ consent }: ConsentViewProps): ReactElement {
  const { state, words, send } = consent;
  const { notice, unfolded } = state;
  return (
    <>
      <View
        id="huoti-fold"
        className="huoti-link"
        {...aria({ role: 'button', expanded: unfolded })}
        onClick={() => send({ type: 'text-fold', unfolded: !unfolded })}
      >
        {unfolded ? words.notice.less : words.notice.more}
      </View>
      {unfolded
        ? notice.sections.map(({ title, paragraphs }) => (
            <View key={title} className="huoti-section">
              <View className="huoti-section-title" {...aria({ role: 'heading' })}>
                {title}
              </View>
              {paragraphs.map((paragraph) => (
                <View key={paragraph} className="huoti-paragraph">
                  {paragraph}
                </View>
              ))}
            </View>
          ))
        : null}
    </>
  );
}

/** What is done with the face, each question with a box of its own, and two answers of the same weight. */
export function NoticePage({ consent }: ConsentViewProps): ReactElement {
  const { state, words, asking, send } = consent;
  const { notice, settings, renewed } = state;
  const { legalGround = null } = settings;
  return (
    <>
      <View className="huoti-consent-words">
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {notice.title}
        </View>
        {renewed ? <View className="huoti-problem">{asking.renewed}</View> : null}
        {legalGround === null ? null : (
          <View className="huoti-card">
            <View className="huoti-card-title">{asking.law}</View>
            <View>{asking.grounds[legalGround]}</View>
          </View>
        )}
        <View className="huoti-card">
          {notice.summary.map((sentence) => (
            <View key={sentence} className="huoti-paragraph">
              {sentence}
            </View>
          ))}
        </View>
        <WholeText consent={consent} />
        {legalGround === null ? (
          <>
            <View className="huoti-card-title">{words.notice.questions}</View>
            {notice.questions.map(({ choice, text }) => (
              <Tick key={choice} consent={consent} choice={choice} text={text} />
            ))}
          </>
        ) : null}
      </View>
      <View className="huoti-buttons huoti-side-by-side">
        <EvenButton
          id="huoti-refuse"
          text={words.notice.refuse}
          onClick={() => send({ type: 'notice-decline' })}
        />
        <EvenButton
          id="huoti-consent"
          text={legalGround === null ? words.notice.agree : asking.go}
          onClick={() => send({ type: 'notice-agree' })}
        />
      </View>
    </>
  );
}
