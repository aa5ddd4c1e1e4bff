import { Button, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';

const AGREE_ID = 'huoti-agree';

/** Shows the guide that the operator wrote for the platform. */
const readGuide = (): void => {
  if (typeof Taro.openPrivacyContract === 'function') Taro.openPrivacyContract();
};

/** The platform's privacy question in the words of the check. Saying no is as easy as saying yes. */
export function PrivacySheet({ view }: ViewProps): ReactElement | null {
  const { privacy, text } = view;
  if (privacy === null) return null;
  return (
    <View className="huoti-veil">
      <View className="huoti-sheet" {...aria({ role: 'dialog', label: text('privacy.title') })}>
        <View className="huoti-headline" {...aria({ role: 'heading' })}>
          {text('privacy.title')}
        </View>
        <View className="huoti-lead">{text('privacy.body')}</View>
        <View className="huoti-link" {...aria({ role: 'button' })} onClick={readGuide}>
          {text('privacy.read')}
        </View>
        <View className="huoti-buttons">
          <Button
            id={AGREE_ID}
            className="huoti-button huoti-main"
            hoverClass="huoti-pressed"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => privacy.agree(AGREE_ID)}
          >
            {text('privacy.agree')}
          </Button>
          <Button
            id="huoti-disagree"
            className="huoti-button huoti-other"
            hoverClass="huoti-pressed"
            onClick={privacy.decline}
          >
            {text('privacy.decline')}
          </Button>
        </View>
      </View>
    </View>
  );
}
