import { Text, View } from '@tarojs/components';
import type { ConsentChoice } from '@huoti/protocol';
import type { ReactElement } from 'react';
import { Icon } from '../../parts/Icon.js';
import { aria } from '../../view/aria.js';
import type { ConsentViewProps } from '../ConsentView.js';

/** What {@link Tick} takes. */
export interface TickProps extends ConsentViewProps {
  readonly choice: ConsentChoice;
  readonly text: string;
}

/** One question with a box of its own. */
export function Tick({ consent, choice, text }: TickProps): ReactElement {
  const { ticked, problem } = consent.state;
  const agreed = ticked.indexOf(choice) !== -1;
  const missing = problem?.kind === 'choice-missing' && problem.choice === choice;
  return (
    <View
      id={`huoti-choice-${choice}`}
      className={`huoti-tick ${missing ? 'huoti-missing' : ''}`}
      {...aria({ role: 'checkbox', checked: agreed, label: text })}
      onClick={() => consent.send({ type: 'choice-set', choice, agreed: !agreed })}
    >
      <View className={`huoti-box ${agreed ? 'huoti-checked' : ''}`}>
        {agreed ? <Icon name="check" /> : null}
      </View>
      <View className="huoti-tick-words">
        <Text>{text}</Text>
        {missing ? <View className="huoti-problem">{consent.asking.missing}</View> : null}
      </View>
    </View>
  );
}
