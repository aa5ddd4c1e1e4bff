import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { ViewProps } from '../view/ViewModel.js';

/** The one smaller line under the oval. */
export function HintRow({ view }: ViewProps): ReactElement {
  const { screen, text } = view;
  const asks = screen.oval === 'adjust' || screen.oval === 'searching';
  const said = (): ReactElement | null => {
    if (screen.hintKey !== null) {
      return (
        <View
          className={`huoti-hint ${asks ? 'huoti-asks' : ''} ${screen.hintLevel > 0 ? 'huoti-full' : ''}`}
        >
          {text(screen.hintKey)}
        </View>
      );
    }
    if (screen.kind === 'loading' && screen.progress > 0) {
      return (
        <View className="huoti-hint huoti-share">
          {text('loading.share', { percent: Math.round(screen.progress * 100) })}
        </View>
      );
    }
    return null;
  };
  return <View className="huoti-hint-row">{said()}</View>;
}
