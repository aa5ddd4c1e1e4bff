import { Button, Text, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Figure } from '../parts/Figure.js';
import { HintRow } from '../parts/HintRow.js';
import { Icon } from '../parts/Icon.js';
import { PrivacySheet } from '../parts/PrivacySheet.js';
import { Stage } from '../parts/Stage.js';
import { StepDots } from '../parts/StepDots.js';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';

/**
 * While it runs: one prompt, the oval with the person in it, one hint. From loading to sending it is one tree, so that the native
 * camera is neither taken out nor put in anew between two screens.
 */
export function RunningScreen({ view }: ViewProps): ReactElement {
  const { screen, text } = view;
  const figure = screen.kind === 'light' ? 'light' : screen.action;
  return (
    <View className={`huoti-page huoti-running huoti-on-${screen.kind} huoti-oval-${screen.oval}`}>
      <View className="huoti-bar-row">
        <View className="huoti-bar-side">
          <Button
            id="huoti-cancel"
            className="huoti-quiet"
            hoverClass="huoti-pressed"
            disabled={view.cancelling}
            {...aria({ label: text('button.cancel') })}
            onClick={view.cancel}
          >
            <Icon name="close" />
            <Text>{text('button.cancel')}</Text>
          </Button>
        </View>
        <StepDots view={view} />
        <View className="huoti-bar-side huoti-bar-end">
          {screen.countdownSeconds === null ? null : (
            <Text className="huoti-countdown" {...aria({ hidden: true })}>
              {text('countdown', { seconds: screen.countdownSeconds })}
            </Text>
          )}
        </View>
      </View>
      <View className={`huoti-say ${figure === null ? '' : 'huoti-with-figure'}`}>
        {figure === null ? null : <Figure key={figure} name={figure} />}
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {text(screen.promptKey)}
        </View>
      </View>
      <Stage view={view} />
      <HintRow view={view} />
      <PrivacySheet view={view} />
    </View>
  );
}
