import { View } from '@tarojs/components';
import { createCameraElement } from '@huoti/adapter-wechat/miniprogram';
import { HuotiLiveness } from '@huoti/ui-taro';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { agreement } from '../../../consent/agreement.js';
import { showOtherWay } from '../../../parts/showOtherWay.js';
import { tellDeveloper } from '../../../parts/tellDeveloper.js';
import { topInset } from '../../../parts/topInset.js';
import { printSettings, readSettings } from '../../../settings/DemoSettings.js';
import { buildSession } from '../../modes/buildSession.js';

/** Paths from this page's own file. */
const fetchPackages = (): Promise<unknown> =>
  Promise.all([
    __non_webpack_require__.async('../../../huoti-weights-a/loaded.js'),
    __non_webpack_require__.async('../../../huoti-weights-b/loaded.js'),
  ]);

/** The check in the mini-program, for a person who has agreed on the page before. Whoever comes by another way is led there. */
export default function Live(): ReactElement {
  const settings = readSettings(useRouter().params);
  const { theme, lang } = settings;
  const [consent] = useState(agreement.take);
  const element = useMemo(() => createCameraElement(), []);
  const topInsetPx = useMemo(topInset, []);
  const askFirst = (): void =>
    void Taro.redirectTo({ url: `/pages/consent/index?${printSettings(settings)}` });
  useEffect(() => {
    if (consent === null) askFirst();
  }, []);
  if (consent === null) return <View className={`huoti-root huoti-theme-${theme}`} />;
  return (
    <HuotiLiveness
      cameraElement={element}
      evidenceLevel="none"
      light="preferred"
      createSession={(request) => buildSession({ element, request, consent, fetchPackages, settings })}
      theme={theme}
      lang={lang}
      haptics
      topInsetPx={topInsetPx}
      onEvent={tellDeveloper.event}
      onResult={tellDeveloper.result}
      onOutcome={tellDeveloper.outcome}
      onError={(error) => {
        tellDeveloper.error(error);
        // The policy in force has changed since this person agreed.
        if (error.code === 'CONSENT_REQUIRED') askFirst();
      }}
      onCancel={tellDeveloper.cancel}
      onAlternative={() => showOtherWay(lang)}
    />
  );
}
