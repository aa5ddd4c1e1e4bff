import { View } from '@tarojs/components';
import type { ReactElement } from 'react';

/** What {@link Choice} takes. */
export interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly chosen: boolean;
  readonly off?: boolean;
  readonly onChoose: () => void;
}

/** One of several, told by a border and, to a screen reader, as a radio button. */
export function Choice({ id, name, about, chosen, off = false, onChoose }: ChoiceProps): ReactElement {
  return (
    <View
      id={id}
      className={`demo-choice ${chosen ? 'demo-chosen' : ''} ${off ? 'demo-off' : ''}`}
      aria-role="radio"
      aria-checked={String(chosen)}
      onClick={() => {
        if (!off) onChoose();
      }}
    >
      <View className="demo-choice-name">{name}</View>
      {about === undefined ? null : <View className="demo-choice-about">{about}</View>}
    </View>
  );
}
