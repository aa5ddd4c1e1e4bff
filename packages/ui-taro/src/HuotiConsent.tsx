import { View } from '@tarojs/components';
import { HuotiError } from '@huoti/protocol';
import { formatMessage } from '@huoti/ui';
import { useEffect, useMemo, useReducer, useRef, useState, type ReactElement } from 'react';
import { ConsentScreens } from './consent/ConsentScreens.js';
import { createTalk } from './consent/createTalk.js';
import { enlarge } from './consent/enlarge.js';
import { HandOver, type HandOverState } from './consent/HandOver.js';
import type { HuotiConsentProps } from './consent/HuotiConsentProps.js';
import { readLanguage, readTextScale } from './host/readDevice.js';
import { chooseCatalogue } from './messages/chooseCatalogue.js';
import { createAbort } from './tries/createAbort.js';

/** Size of text that the styles count in, in px. */
const TEXT_PX = 16;

/**
 * The asking alone, for a page of the main package: age, guardian, notice. It needs no engine, so that the package with the engine can come
 * after the person's choice. It sends and keeps nothing.
 *
 * @example
 * <HuotiConsent
 *   deployment={deployment}
 *   level="none"
 *   onAgree={(consent) => openCheck(consent)}
 *   onAlternative={() => Taro.navigateTo({ url: '/pages/branch/index' })}
 * />
 */
export function HuotiConsent(props: HuotiConsentProps): ReactElement {
  const { theme = 'system', topInsetPx = 0, alternativeLabel = '', onLeave } = props;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const systemLanguage = useMemo(readLanguage, []);
  const scale = useMemo(readTextScale, []);
  const lang = props.lang ?? systemLanguage ?? 'zh-CN';
  const now = useRef({ props, lang });
  now.current = { props, lang };
  const abort = useMemo(createAbort, []);
  const talk = useMemo(
    () =>
      createTalk({
        props: () => now.current.props,
        language: () => now.current.lang,
        changed: () => {
          if (!abort.signal.aborted) redraw();
        },
      }),
    [],
  );

  const [handOver, setHandOver] = useState<HandOverState | null>(null);
  const hand = async (consent: HandOverState['consent']): Promise<void> => {
    setHandOver({ consent, failed: false });
    try {
      await now.current.props.onAgree(consent);
    } catch {
      // The package did not arrive, or the page could not be opened: agreed is agreed, and it is tried again by a tap.
      if (!abort.signal.aborted) setHandOver({ consent, failed: true });
    }
  };
  const ask = async (why: 'first' | 'reopened'): Promise<void> => {
    try {
      const end = await talk.ask({ why, signal: abort.signal });
      if (end.kind === 'agreed') await hand(end.request);
      if (end.kind === 'declined') now.current.props.onDecline?.(end.cause);
    } catch (error) {
      // Whoever left the page has not answered; a deployment that no notice can be made of is a fault of the page's own code.
      if (!abort.signal.aborted) throw error;
    }
  };
  useEffect(() => {
    if (typeof now.current.props.onAlternative !== 'function') {
      throw new HuotiError(
        'INVALID_ARGUMENT',
        'give <HuotiConsent> `onAlternative`: a person must have another way',
      );
    }
    void ask('first');
    return () => abort.abort();
  }, []);

  const { state } = talk;
  const catalogue = chooseCatalogue(lang);
  const chooseAlternative = (): void => now.current.props.onAlternative();
  const textScale = enlarge({ scale, enlarged: state?.largeText ?? false, scrolls: true });
  return (
    <View
      className={`huoti-root huoti-theme-${theme}`}
      style={`--_em: ${(TEXT_PX * textScale).toFixed(1)}px; --_top: ${String(topInsetPx)}px;`}
    >
      {handOver === null ? null : (
        <HandOver
          failed={handOver.failed}
          text={(key) => formatMessage(catalogue, key)}
          alternativeLabel={alternativeLabel}
          retry={() => void hand(handOver.consent)}
          chooseAlternative={chooseAlternative}
        />
      )}
      {state === null || handOver !== null ? null : (
        <ConsentScreens
          state={state}
          alternativeLabel={alternativeLabel}
          send={(event) => talk.dispatch(event)}
          reopen={() => void ask('reopened')}
          chooseAlternative={chooseAlternative}
          leave={onLeave ?? null}
        />
      )}
    </View>
  );
}
