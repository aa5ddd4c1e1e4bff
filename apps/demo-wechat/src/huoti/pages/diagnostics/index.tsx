import { Button, View } from '@tarojs/components';
import { CameraView } from '@huoti/ui-taro';
import Taro, { useRouter } from '@tarojs/taro';
import { useState, type ReactElement } from 'react';
import { readSettings } from '../../../settings/DemoSettings.js';
import { diagnosisTexts } from './diagnosisTexts.js';
import { useDiagnosis } from './useDiagnosis.js';

/** Paths from this page's own file. */
const fetchPackages = (): Promise<unknown> =>
  Promise.all([
    __non_webpack_require__.async('../../../huoti-weights-a/loaded.js'),
    __non_webpack_require__.async('../../../huoti-weights-b/loaded.js'),
  ]);

/** Answers what no document says of a device, as text to copy. */
export default function Diagnostics(): ReactElement {
  const { theme, lang } = readSettings(useRouter().params);
  const texts = diagnosisTexts[lang];
  const { element, wanted, frameSize, step, report, fault, begin, stop } = useDiagnosis(fetchPackages);
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void Taro.setClipboardData({ data: report ?? '' }).then(() => setCopied(true));
  };
  return (
    <View className={`huoti-root huoti-theme-${theme} demo-page`}>
      <View className="demo-title" aria-role="heading">
        {texts.title}
      </View>
      <View className="demo-lead">{texts.lead}</View>
      <View className="demo-promise">{texts.promise}</View>
      {step === null ? null : (
        <View>
          <View className="demo-camera">
            {wanted ? <CameraView key={frameSize} element={element} frameSize={frameSize} /> : null}
          </View>
          <View id="step" className="demo-step-now" aria-role="status" aria-live="polite">
            {texts.steps[step]}
          </View>
        </View>
      )}
      {fault === null ? null : <View id="fault" className="demo-lead">{`${texts.failed}: ${fault}`}</View>}
      {report === null ? null : (
        <View id="report" className="demo-report">
          {report}
        </View>
      )}
      <View className="demo-buttons">
        {report === null ? null : (
          <Button id="copy" className="huoti-button huoti-main" hoverClass="huoti-pressed" onClick={copy}>
            {copied ? texts.copied : texts.copy}
          </Button>
        )}
        <Button
          id={step === null ? 'begin' : 'stop'}
          className={`huoti-button ${report === null ? 'huoti-main' : 'huoti-other'}`}
          hoverClass="huoti-pressed"
          onClick={step === null ? begin : stop}
        >
          {step === null ? texts.begin : texts.stop}
        </Button>
      </View>
    </View>
  );
}
