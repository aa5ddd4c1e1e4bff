import { Button, Text, View } from '@tarojs/components';
import type { ReactElement, ReactNode } from 'react';
import { AlternativeButton } from '../parts/AlternativeButton.js';
import { Figure } from '../parts/Figure.js';
import { FlashNotice } from '../parts/FlashNotice.js';
import { Icon } from '../parts/Icon.js';
import { aria } from '../view/aria.js';
import type { ViewModel } from '../view/ViewModel.js';

/** What {@link IntroScreen} takes. */
export interface IntroScreenProps {
  readonly view: ViewModel;
  /** Before the buttons: the operator's own notice. */
  readonly notice?: ReactNode;
}

const TIPS = ['light', 'face', 'phone'] as const;

/** Before anything happens: what will be asked, how to make it work, what becomes of the pictures. */
export function IntroScreen({ view, notice }: IntroScreenProps): ReactElement {
  const { text, screen, evidenceLevel, flash } = view;
  return (
    <View className={`huoti-page huoti-intro ${flash === 'none' ? '' : 'huoti-warned'}`}>
      <View className="huoti-middle">
        <View className="huoti-hero">
          <Figure name="resting" />
        </View>
        <View id="huoti-headline" className="huoti-headline" {...aria({ role: 'heading' })}>
          {text('intro.title')}
        </View>
        <View className="huoti-lead">{text('intro.body')}</View>
        <View className="huoti-tips">
          {TIPS.map((tip) => (
            <View key={tip} className="huoti-tip">
              <Icon name={tip} />
              <Text>{text(`intro.tip.${tip}`)}</Text>
            </View>
          ))}
        </View>
        {evidenceLevel === null ? null : (
          <View className="huoti-privacy">
            <Icon name="lock" />
            <Text>{text(`intro.privacy.${evidenceLevel}`)}</Text>
          </View>
        )}
        <FlashNotice view={view} />
        {notice}
      </View>
      <View className="huoti-buttons">
        {screen.hintKey === null ? null : <View className="huoti-note">{text(screen.hintKey)}</View>}
        <Button
          id="huoti-start"
          className="huoti-button huoti-main"
          hoverClass="huoti-pressed"
          onClick={view.start}
        >
          {text('button.start')}
        </Button>
        <AlternativeButton view={view} />
      </View>
    </View>
  );
}
