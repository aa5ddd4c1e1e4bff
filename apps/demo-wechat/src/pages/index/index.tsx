import { Button, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState, type ReactElement } from 'react';
import { Choice } from '../../parts/Choice.js';
import {
  LANGS,
  MODES,
  printSettings,
  readSettings,
  THEMES,
  type DemoSettings,
} from '../../settings/DemoSettings.js';
import { operator } from '../../settings/operator.js';
import { textsFor } from '../../texts/textsFor.js';

const LANGUAGE_NAMES: Readonly<Record<DemoSettings['lang'], string>> = { 'zh-CN': '中文', en: 'English' };

/** What will happen, and the three choices. Nothing starts here, and no package is fetched. */
export default function Index(): ReactElement {
  const { params } = useRouter();
  const [settings, setSettings] = useState<DemoSettings>(() => readSettings(params));
  const { mode, backendUrl, theme, lang } = settings;
  const texts = textsFor(lang);
  // Of what holds when it is drawn: two taps may come before one drawing.
  const change = (changes: Partial<DemoSettings>): void => setSettings((now) => ({ ...now, ...changes }));
  const open = (page: string): void => void Taro.navigateTo({ url: `/${page}?${printSettings(settings)}` });

  return (
    <View className={`huoti-root huoti-theme-${theme} demo-page`}>
      <View className="demo-title" aria-role="heading">
        {texts.title}
      </View>
      <View className="demo-lead">{texts.lead}</View>
      <View className="demo-steps">
        {texts.steps.map((step, index) => (
          <View key={step} className="demo-step">
            <View className="demo-number">{index + 1}</View>
            <View>{step}</View>
          </View>
        ))}
      </View>
      <View className="demo-label">{operator.mode === null ? texts.developer : texts.mode}</View>
      {operator.mode === null ? (
        MODES.map((one) => {
          const off = one !== 'local' && backendUrl === '';
          return (
            <Choice
              key={one}
              id={`mode-${one}`}
              name={texts.modes[one].name}
              about={off ? texts.notConfigured : texts.modes[one].about}
              chosen={one === mode}
              off={off}
              onChoose={() => change({ mode: one })}
            />
          );
        })
      ) : (
        <View id="mode" className="demo-choice">
          <View className="demo-choice-name">{texts.modes[mode].name}</View>
          <View className="demo-choice-about">{texts.modes[mode].about}</View>
        </View>
      )}
      <View className="demo-label">{texts.theme}</View>
      <View className="demo-row">
        {THEMES.map((one) => (
          <Choice
            key={one}
            id={`theme-${one}`}
            name={texts.themes[one]}
            chosen={one === theme}
            onChoose={() => change({ theme: one })}
          />
        ))}
      </View>
      <View className="demo-label">{texts.language}</View>
      <View className="demo-row">
        {LANGS.map((one) => (
          <Choice
            key={one}
            id={`lang-${one}`}
            name={LANGUAGE_NAMES[one]}
            chosen={one === lang}
            onChoose={() => change({ lang: one })}
          />
        ))}
      </View>
      <View className="demo-buttons">
        <Button
          id="begin"
          className="huoti-button huoti-main"
          hoverClass="huoti-pressed"
          onClick={() => open(mode === 'local' ? 'pages/consent/index' : 'pages/handover/index')}
        >
          {texts.begin}
        </Button>
        {operator.mode === null ? (
          <Button
            id="diagnostics"
            className="huoti-button huoti-other"
            hoverClass="huoti-pressed"
            onClick={() => open('huoti/pages/diagnostics/index')}
          >
            {texts.diagnostics}
          </Button>
        ) : null}
      </View>
    </View>
  );
}
