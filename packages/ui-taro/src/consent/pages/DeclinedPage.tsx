import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Icon } from '../../parts/Icon.js';
import { aria } from '../../view/aria.js';
import type { ConsentViewProps } from '../ConsentView.js';
import { EvenButton } from '../parts/EvenButton.js';
import { OtherWay } from '../parts/OtherWay.js';

/** Whoever declined, or is not old enough: that nothing happened, and the other way. Nobody is asked to think again. */
export function DeclinedPage({ consent }: ConsentViewProps): ReactElement {
  const { state, words } = consent;
  const chosen = state.declined === 'choice';
  return (
    <>
      <View className="huoti-consent-words huoti-consent-end">
        <View className="huoti-badge huoti-calm">
          <Icon name="lock" />
        </View>
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {chosen ? words.declined.title : words.declined.tooYoung}
        </View>
        <View className="huoti-lead">{words.declined.text}</View>
        <View className="huoti-card">
          <View className="huoti-card-title">{words.declined.alternative}</View>
          <View>{words.declined.anotherWay}</View>
        </View>
      </View>
      <View className="huoti-buttons huoti-side-by-side">
        {chosen ? (
          <EvenButton id="huoti-reopen" text={words.declined.again} onClick={consent.reopen} />
        ) : null}
        <OtherWay consent={consent} />
      </View>
    </>
  );
}
