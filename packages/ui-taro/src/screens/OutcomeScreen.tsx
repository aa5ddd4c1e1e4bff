import { Button, View } from '@tarojs/components';
import type { ScreenOutcome } from '@huoti/ui';
import type { ReactElement } from 'react';
import type { IconName } from '../illustrations/icons.js';
import { AlternativeButton } from '../parts/AlternativeButton.js';
import { Icon } from '../parts/Icon.js';
import { SettingsButton } from '../parts/SettingsButton.js';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';

const iconOf = (outcome: ScreenOutcome): IconName => {
  if (outcome.status === 'completed') return 'check';
  if (outcome.status === 'failed') return outcome.guidance.retry ? 'again' : 'notice';
  return outcome.code.startsWith('CAMERA_') ? 'camera' : 'notice';
};

/** How it ended: what happened, what to do, and both ways on. */
export function OutcomeScreen({ view }: ViewProps): ReactElement | null {
  const { text, cameraGranted } = view;
  const { outcome } = view.screen;
  if (outcome === null) return null;
  const refused = outcome.status === 'error' && outcome.code === 'CAMERA_PERMISSION_DENIED';
  return (
    <View className={`huoti-page huoti-outcome huoti-${outcome.status}`}>
      <View className="huoti-middle">
        <View className="huoti-badge">
          <Icon name={iconOf(outcome)} />
        </View>
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {text(outcome.titleKey)}
        </View>
        <View className="huoti-lead">
          {text(refused && cameraGranted ? 'settings.granted' : outcome.bodyKey)}
        </View>
        {outcome.status === 'failed' && outcome.retryAfterS !== null ? (
          <View className="huoti-note">
            {text('result.wait', { minutes: Math.max(1, Math.ceil(outcome.retryAfterS / 60)) })}
          </View>
        ) : null}
      </View>
      {outcome.status === 'completed' ? null : (
        <View className="huoti-buttons">
          {refused && !cameraGranted ? <SettingsButton view={view} /> : null}
          {outcome.guidance.retry ? (
            <Button
              id="huoti-retry"
              className={`huoti-button ${refused && !cameraGranted ? 'huoti-other' : 'huoti-main'}`}
              hoverClass="huoti-pressed"
              onClick={view.retry}
            >
              {text('button.retry')}
            </Button>
          ) : null}
          <AlternativeButton view={view} />
        </View>
      )}
    </View>
  );
}
