import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';

/** What a screen reader says by itself: prompts at once, hints after a gap, the countdown never. */
export function SpokenText({ view }: ViewProps): ReactElement {
  const { announcement, step, outcome } = view.screen;
  const prefix = (): string => {
    // In a browser the headline of an end has the focus and is read by that; here nothing can be given the focus.
    if (outcome !== null) return `${view.text(outcome.titleKey)}. `;
    if (announcement === null || !announcement.withStep || step === null) return '';
    return `${view.text('step', { index: step.index + 1, count: step.count })}. `;
  };
  return (
    <View className="huoti-spoken" {...aria({ role: 'status', live: 'polite' })}>
      {announcement === null ? '' : `${prefix()}${view.text(announcement.key)}`}
    </View>
  );
}
