import { View } from '@tarojs/components';
import { HuotiLiveness } from '@huoti/ui-taro';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useMemo, type ReactElement } from 'react';
import { consentFor } from '../../consent/consentFor.js';
import { buildHandover } from '../../handover/buildHandover.js';
import { createReturns } from '../../handover/createReturns.js';
import { showOtherWay } from '../../parts/showOtherWay.js';
import { tellDeveloper } from '../../parts/tellDeveloper.js';
import { readSettings } from '../../settings/DemoSettings.js';
import { textsFor } from '../../texts/textsFor.js';

/** The modes in which another page decides. It lies in the main package: whoever is checked elsewhere fetches no engine. */
export default function Handover(): ReactElement {
  const settings = readSettings(useRouter().params);
  const { mode, theme, lang } = settings;
  const returns = useMemo(createReturns, []);
  useDidShow(() => returns.shown());
  /** The address goes from page to page in memory: a link into the mini-program can't name another. */
  const showPage = (pageUrl: string): Promise<void> =>
    returns.after(() => {
      Taro.preload({ huotiPageUrl: pageUrl });
      return Taro.navigateTo({ url: `/pages/web-view/index?theme=${theme}&lang=${lang}` });
    });
  return (
    <HuotiLiveness
      light="off"
      // The H5 page asks by itself, and nothing of a face is done before: what is sent here is that somebody pressed start.
      consent={mode === 'native' ? consentFor(settings) : null}
      createSession={(request) => buildHandover({ request, settings, showPage })}
      theme={theme}
      lang={lang}
      notice={
        <View className="demo-promise">
          {textsFor(lang).handover[mode === 'native' ? 'native' : 'web-view']}
        </View>
      }
      haptics
      onResult={tellDeveloper.result}
      onOutcome={tellDeveloper.outcome}
      onError={tellDeveloper.error}
      onCancel={tellDeveloper.cancel}
      onAlternative={() => showOtherWay(lang)}
    />
  );
}
