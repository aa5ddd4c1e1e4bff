import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { AGE_BANDS } from '@huoti/protocol';
import { aria } from '../../view/aria.js';
import type { ConsentViewProps } from '../ConsentView.js';
import { EvenButton } from '../parts/EvenButton.js';
import { OtherWay } from '../parts/OtherWay.js';

/** How old the person is, by their own word: nothing is worked out of a face. */
export function AgePage({ consent }: ConsentViewProps): ReactElement {
  const { words, send } = consent;
  return (
    <>
      <View className="huoti-consent-words">
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {words.age.title}
        </View>
        <View className="huoti-lead">{words.age.question}</View>
        <View className="huoti-answers">
          {AGE_BANDS.map((band) => (
            <EvenButton
              key={band}
              id={`huoti-age-${band}`}
              text={words.age[band]}
              onClick={() => send({ type: 'age-choose', band })}
            />
          ))}
        </View>
        <View className="huoti-help">{words.age.why}</View>
      </View>
      <View className="huoti-buttons">
        <OtherWay consent={consent} />
      </View>
    </>
  );
}
