import { View } from '@tarojs/components';
import { createCameraElement } from '@huoti/adapter-wechat/miniprogram';
import { HuotiLiveness } from '@huoti/ui-taro';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useMemo, type ReactElement } from 'react';
import { readSettings } from '../../../settings/DemoSettings.js';
import { notices } from '../../../texts/notices.js';
import { textsFor } from '../../../texts/textsFor.js';
import { buildSession } from '../../modes/buildSession.js';
import { createReturns } from '../../modes/createReturns.js';
import { tellDeveloper } from './tellDeveloper.js';
import { topInset } from './topInset.js';

/** Paths from this page's own file. */
const fetchPackages = (): Promise<unknown> =>
  Promise.all([
    __non_webpack_require__.async('../../../huoti-weights-a/loaded.js'),
    __non_webpack_require__.async('../../../huoti-weights-b/loaded.js'),
  ]);

/** The check, whichever way the operator chose: one component, and one call behind it. */
export default function Live(): ReactElement {
  const settings = readSettings(useRouter().params);
  const { mode, backendUrl, theme, lang } = settings;
  const element = useMemo(() => createCameraElement(), []);
  const returns = useMemo(createReturns, []);
  const topInsetPx = useMemo(topInset, []);
  const { other } = textsFor(lang);
  useDidShow(() => returns.shown());
  /** The address goes from page to page in memory: a link into the mini-program can't name another. */
  const showPage = (pageUrl: string): Promise<void> =>
    returns.after(() => {
      Taro.preload({ huotiPageUrl: pageUrl });
      return Taro.navigateTo({ url: `/pages/web-view/index?theme=${theme}&lang=${lang}` });
    });
  return (
    <HuotiLiveness
      {...(mode === 'local'
        ? { cameraElement: element, evidenceLevel: 'none', light: 'preferred' }
        : { light: 'off' })}
      createSession={(request) => buildSession({ element, request, fetchPackages, settings, showPage })}
      theme={theme}
      lang={lang}
      notice={
        backendUrl === '' ? undefined : <View className="demo-promise">{notices[lang][mode].text}</View>
      }
      haptics
      topInsetPx={topInsetPx}
      onEvent={tellDeveloper.event}
      onResult={tellDeveloper.result}
      onOutcome={tellDeveloper.outcome}
      onError={tellDeveloper.error}
      onCancel={tellDeveloper.cancel}
      onAlternative={() =>
        void Taro.showModal({ title: other.title, content: other.body, showCancel: false })
      }
    />
  );
}
