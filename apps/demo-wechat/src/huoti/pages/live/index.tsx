import { createCameraElement } from '@huoti/adapter-wechat/miniprogram';
import { HuotiLiveness } from '@huoti/ui-taro';
import Taro, { useRouter } from '@tarojs/taro';
import { useMemo, type ReactElement } from 'react';
import { readSettings } from '../../../settings/DemoSettings.js';
import { textsFor } from '../../../texts/textsFor.js';
import { buildLocalSession } from './buildLocalSession.js';
import { tellDeveloper } from './tellDeveloper.js';
import { topInset } from './topInset.js';

/** Paths from this page's own file. */
const fetchPackages = (): Promise<unknown> =>
  Promise.all([
    __non_webpack_require__.async('../../../huoti-weights-a/loaded.js'),
    __non_webpack_require__.async('../../../huoti-weights-b/loaded.js'),
  ]);

/** The check. */
export default function Live(): ReactElement {
  const settings = readSettings(useRouter().params);
  const { theme, lang } = settings;
  const element = useMemo(() => createCameraElement(), []);
  const topInsetPx = useMemo(topInset, []);
  const { other } = textsFor(lang);
  return (
    <HuotiLiveness
      cameraElement={element}
      createSession={(request) => buildLocalSession({ element, request, fetchPackages, settings })}
      theme={theme}
      lang={lang}
      evidenceLevel="none"
      light="preferred"
      haptics
      topInsetPx={topInsetPx}
      onEvent={tellDeveloper.event}
      onResult={tellDeveloper.result}
      onError={tellDeveloper.error}
      onCancel={tellDeveloper.cancel}
      onAlternative={() =>
        void Taro.showModal({ title: other.title, content: other.body, showCancel: false })
      }
    />
  );
}
