import { Text, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { aria } from '../view/aria.js';
import type { ViewProps } from '../view/ViewModel.js';
import { Icon } from './Icon.js';

/** Before it may flash: that it may, and how to go without. Where it has to, the other way is the way to go without. */
export function FlashNotice({ view }: ViewProps): ReactElement | null {
  const { flash, text, declineFlash } = view;
  if (flash === 'none') return null;
  if (flash === 'required') {
    return (
      <View className="huoti-flash">
        <View className="huoti-flash-words">
          <Icon name="flash" />
          <Text>{text('intro.flash.required')}</Text>
        </View>
      </View>
    );
  }
  const declined = flash === 'declined';
  return (
    <View className="huoti-flash">
      <View className="huoti-flash-words">
        <Icon name="flash" />
        <Text>{text(declined ? 'intro.flash.declined' : 'intro.flash.optional')}</Text>
      </View>
      <View
        id="huoti-decline-flash"
        className="huoti-choice"
        {...aria({ role: 'checkbox', checked: declined, label: text('intro.flash.decline') })}
        onClick={() => declineFlash(!declined)}
      >
        <View className={`huoti-box ${declined ? 'huoti-checked' : ''}`}>
          {declined ? <Icon name="check" /> : null}
        </View>
        <Text>{text('intro.flash.decline')}</Text>
      </View>
    </View>
  );
}
