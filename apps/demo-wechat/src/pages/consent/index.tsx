import { HuotiConsent } from '@huoti/ui-taro';
import Taro, { useRouter } from '@tarojs/taro';
import type { ReactElement } from 'react';
import { agreement } from '../../consent/agreement.js';
import { consentFor } from '../../consent/consentFor.js';
import { showOtherWay } from '../../parts/showOtherWay.js';
import { tellDeveloper } from '../../parts/tellDeveloper.js';
import { printSettings, readSettings } from '../../settings/DemoSettings.js';

/**
 * The asking, in the main package: the package with the engine and its models is fetched when the person has agreed, by opening the page of
 * the check, and not before.
 */
export default function Consent(): ReactElement {
  const settings = readSettings(useRouter().params);
  return (
    <HuotiConsent
      {...consentFor(settings)}
      theme={settings.theme}
      lang={settings.lang}
      onAgree={(consent) => {
        if (consent !== null) agreement.leave(consent);
        return Taro.redirectTo({ url: `/huoti/pages/live/index?${printSettings(settings)}` });
      }}
      onDecline={tellDeveloper.declined}
      onAlternative={() => showOtherWay(settings.lang)}
    />
  );
}
