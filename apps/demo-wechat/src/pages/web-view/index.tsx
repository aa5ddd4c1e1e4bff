import { View, WebView } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactElement } from 'react';
import { readSettings } from '../../settings/DemoSettings.js';
import { operator } from '../../settings/operator.js';
import { textsFor } from '../../texts/textsFor.js';

/**
 * Hands over to the operator's H5 page, which fills the window. Nothing is read from it: a web-view's messages come on leaving only, and a
 * page is not believed. The operator's backend asks its server how the session ended.
 */
export default function Handover(): ReactElement {
  const { theme, lang } = readSettings(useRouter().params);
  if (operator.webViewUrl === '') {
    return (
      <View className={`huoti-root huoti-theme-${theme} demo-page`}>{textsFor(lang).notConfigured}</View>
    );
  }
  const { webViewUrl } = operator;
  return <WebView src={`${webViewUrl}${webViewUrl.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}`} />;
}
