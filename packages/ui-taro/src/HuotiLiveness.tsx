import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { formatMessage, type MessageKey } from '@huoti/ui';
import { useEffect, useMemo, useReducer, useRef, useState, type ReactElement } from 'react';
import { useCameraWanted } from './camera/useCameraWanted.js';
import { ConsentScreens } from './consent/ConsentScreens.js';
import { createTalk } from './consent/createTalk.js';
import { enlarge } from './consent/enlarge.js';
import { feel } from './host/feel.js';
import { readLanguage, readTextScale, readWindow } from './host/readDevice.js';
import type { HuotiLivenessProps } from './HuotiLivenessProps.js';
import { litStyle } from './light/litStyle.js';
import { usePaint } from './light/usePaint.js';
import { chooseCatalogue } from './messages/chooseCatalogue.js';
import { SpokenText } from './parts/SpokenText.js';
import { usePrivacyQuestion } from './privacy/usePrivacyQuestion.js';
import { IntroScreen } from './screens/IntroScreen.js';
import { OutcomeScreen } from './screens/OutcomeScreen.js';
import { RunningScreen } from './screens/RunningScreen.js';
import { createTries } from './tries/createTries.js';
import { fitScreen } from './view/fitScreen.js';
import { flashOf } from './view/flashOf.js';
import { policyOf } from './view/policyOf.js';
import type { ViewModel } from './view/ViewModel.js';

/** Size of text that the styles count in, in px. */
const TEXT_PX = 16;

/**
 * The whole check as one component that fills its page. It shows and passes on; it judges nothing. Until the person presses start, and
 * with `consent` until they have agreed, it opens no camera, loads nothing and sends nothing; unmounted, it leaves nothing running.
 *
 * Import `@huoti/ui-taro/styles.css` once, and add `@huoti/ui-taro/taro-plugin` to the plugins of your Taro build. Colours:
 * `--huoti-accent` and the other tokens of `@huoti/ui`, as CSS variables of the page.
 *
 * @example
 * const cameraElement = createCameraElement();
 * <HuotiLiveness
 *   cameraElement={cameraElement}
 *   createSession={(request) => buildSession(request, cameraElement)}
 *   onResult={report}
 *   onAlternative={() => Taro.navigateTo({ url: '/pages/branch/index' })}
 * />
 */
export function HuotiLiveness(props: HuotiLivenessProps): ReactElement {
  const { cameraElement, theme = 'system', frameSize = 'medium', topInsetPx = 0 } = props;
  const now = useRef(props);
  now.current = props;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [declined, setDeclined] = useState(false);
  const [cameraGranted, setCameraGranted] = useState(false);
  const [window, setWindow] = useState(readWindow);
  const ownTextScale = useMemo(readTextScale, []);
  const systemLanguage = useMemo(readLanguage, []);
  const { colour, surface } = usePaint();
  const wanted = useCameraWanted(cameraElement);
  const privacy = usePrivacyQuestion();
  const lightChoice = useRef({ surface, declined });
  lightChoice.current = { surface, declined };

  const mounted = useRef(true);
  const lang = props.lang ?? systemLanguage ?? 'zh-CN';
  const language = useRef(lang);
  language.current = lang;
  const changed = (): void => {
    if (mounted.current) redraw();
  };
  const talk = useMemo(
    () => createTalk({ props: () => now.current.consent, language: () => language.current, changed }),
    [],
  );
  const tries = useMemo(
    () =>
      createTries({
        consent: () => {
          const { consent = null, light } = now.current;
          return consent === null
            ? null
            : { ask: (request) => talk.ask(request), policy: policyOf(consent.level, light) };
        },
        events: () => now.current,
        light: () => lightChoice.current,
        build: (request) => now.current.createSession(request),
        feel: (haptic) => {
          if (now.current.haptics === true) feel(haptic);
        },
        changed,
      }),
    [],
  );

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      void tries.cancel();
      now.current.cameraElement?.left('unloaded');
    };
  }, [tries]);
  Taro.useDidHide(() => now.current.cameraElement?.left('hidden'));
  useEffect(() => {
    if (typeof Taro.onWindowResize !== 'function') return undefined;
    const resized = (): void => setWindow(readWindow());
    Taro.onWindowResize(resized);
    return () => Taro.offWindowResize(resized);
  }, []);

  const start = (why: 'first' | 'again' | 'reopened'): void => {
    setCameraGranted(false);
    void tries.start(why);
  };
  const chooseAlternative = (): void => {
    const from = tries.screen.kind;
    void tries.cancel().then(() => now.current.onAlternative(from));
  };
  const catalogue = chooseCatalogue(lang, props.catalogues);
  const { screen } = tries;
  const asking = talk.state;
  const enlarged = useRef(false);
  if (asking !== null) enlarged.current = asking.largeText;
  const textScale = enlarge({ scale: ownTextScale, enlarged: enlarged.current, scrolls: asking !== null });
  const { layout, stage, oval } = fitScreen({ window, topInsetPx, textScale, lit: screen.kind === 'light' });
  const view: ViewModel = {
    screen,
    stage,
    oval,
    camera: wanted && cameraElement !== undefined ? cameraElement : null,
    frameSize,
    cancelling: tries.cancelling,
    evidenceLevel: props.evidenceLevel ?? null,
    flash: flashOf(props.light, declined),
    alternativeLabel: props.alternativeLabel ?? '',
    cameraGranted,
    privacy,
    // The catalogue has the mini-program's own keys as well.
    text: (key, values) => formatMessage(catalogue, key as MessageKey, values),
    declineFlash: setDeclined,
    settingsClosed: setCameraGranted,
    start: () => start('first'),
    cancel: () => void tries.cancel(),
    retry: () => void tries.cancel().then(() => start('again')),
    chooseAlternative,
  };

  const drawn = (): ReactElement => {
    if (screen.kind === 'intro') return <IntroScreen view={view} notice={props.notice} />;
    if (screen.outcome !== null) return <OutcomeScreen view={view} />;
    return <RunningScreen view={view} />;
  };
  const lit = screen.kind === 'light' ? colour : null;
  return (
    <View
      className={`huoti-root huoti-theme-${theme} huoti-layout-${layout} ${lit === null ? '' : 'huoti-lit'}`}
      style={`--_em: ${(TEXT_PX * textScale).toFixed(1)}px; --_top: ${String(topInsetPx)}px; ${litStyle(lit)}`}
    >
      {asking === null ? (
        <>
          {drawn()}
          <SpokenText view={view} />
        </>
      ) : (
        <ConsentScreens
          state={asking}
          alternativeLabel={props.alternativeLabel ?? ''}
          send={(event) => talk.dispatch(event)}
          reopen={() => start('reopened')}
          chooseAlternative={chooseAlternative}
          // Behind a refusal there is nothing but the other way.
          leave={asking.page === 'declined' ? null : () => void tries.cancel()}
        />
      )}
    </View>
  );
}
