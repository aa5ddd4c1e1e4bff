import { View, WebView } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState, type ReactElement } from 'react';
import { readSettings } from '../../settings/DemoSettings.js';
import { textsFor } from '../../texts/textsFor.js';

/** What the check's page left for this one; taken once. */
function takePageUrl(): string {
  const { preloadData } = Taro.getCurrentInstance();
  const { huotiPageUrl } = (preloadData ?? {}) as { readonly huotiPageUrl?: unknown };
  Taro.preload({});
  return typeof huotiPageUrl === 'string' ? huotiPageUrl : '';
}

/**
 * Hands over to the operator's H5 page, which fills the window. Nothing is read from it: a web-view's messages come on leaving only, and a
 * page is not believed. The operator's backend asks its server how the session ended.
 */
export default function Handover(): ReactElement {
  const { theme, lang } = readSettings(useRouter().params);
  const [pageUrl] = useState(takePageUrl);
  if (pageUrl === '') {
    return <View className={`huoti-root huoti-theme-${theme} demo-page`}>{textsFor(lang).noPage}</View>;
  }
  return <WebView src={pageUrl} />;
}
