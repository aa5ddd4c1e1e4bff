import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';

/** One dot a step: done, now, later. */
export function StepDots({ view }: ViewProps): ReactElement | null {
  const { step, kind, oval } = view.screen;
  if (step === null || kind === 'sending') return null;
  const doneCount = step.index + (kind === 'neutral' && oval === 'done' ? 1 : 0);
  const stateOf = (index: number): string =>
    index < doneCount ? 'done' : index === step.index ? 'now' : 'later';
  return (
    <View
      className="huoti-dots"
      {...aria({ role: 'img', label: view.text('step', { index: step.index + 1, count: step.count }) })}
    >
      {Array.from({ length: step.count }, (_, index) => (
        <View key={index} className={`huoti-dot huoti-dot-${stateOf(index)}`} />
      ))}
    </View>
  );
}
