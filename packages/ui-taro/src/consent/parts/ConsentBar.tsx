import { Button, Text, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Icon } from '../../parts/Icon.js';
import { aria } from '../../view/aria.js';
import type { ConsentViewProps } from '../ConsentView.js';

/** The way back, and the switch for larger letters. */
export function ConsentBar({ consent }: ConsentViewProps): ReactElement {
  const { state, words, send, leave } = consent;
  const { largeText } = state;
  const back = state.back !== null ? () => send({ type: 'page-back' }) : leave;
  return (
    <View className="huoti-bar-row huoti-consent-bar">
      <View className="huoti-bar-side">
        {back === null ? null : (
          <Button id="huoti-back" className="huoti-quiet" hoverClass="huoti-pressed" onClick={back}>
            <Icon name="arrow-left" />
            <Text>{words.back}</Text>
          </Button>
        )}
      </View>
      <View
        id="huoti-large-text"
        className="huoti-switch-row"
        {...aria({ role: 'switch', checked: largeText, label: words.largeText })}
        onClick={() => send({ type: 'text-enlarge', large: !largeText })}
      >
        <Text>{words.largeText}</Text>
        <View className={`huoti-switch ${largeText ? 'huoti-checked' : ''}`}>
          <View className="huoti-knob" />
        </View>
      </View>
    </View>
  );
}
