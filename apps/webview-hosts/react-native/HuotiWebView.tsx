import type { SessionGrant } from '@huoti/protocol/bridge';
import { MAX_BRIDGE_CONTROL_BYTES } from '@huoti/protocol/bridge';
import React, { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AppState, Platform } from 'react-native';
import { WebView, type WebViewMessageEvent, type WebViewNavigation } from 'react-native-webview';
import { createHuotiBridge, type HuotiHostEvents } from './createHuotiBridge';
import type { HuotiDevice } from './HuotiDevice';
import { originOf } from './originOf';

export interface HuotiWebViewProps {
  /** Address of the liveness page, https. Its origin is the only one that gets the bridge. */
  readonly page: string;
  /** As your server knows the app. */
  readonly appId: string;
  readonly grant?: SessionGrant;
  readonly device: HuotiDevice;
  readonly events: HuotiHostEvents;
}

const TOKEN_BYTES = 32;

/** Whether a message carries the word that only our own main frame was told. Compared in a time that tells nothing of it. */
function carries(token: string, text: string): boolean {
  if (text.length > MAX_BRIDGE_CONTROL_BYTES) return false;
  let said: unknown;
  try {
    said = (JSON.parse(text) as { token?: unknown } | null)?.token;
  } catch {
    return false;
  }
  if (typeof said !== 'string' || said.length !== token.length) return false;
  let difference = 0;
  for (let at = 0; at < token.length; at++) difference |= said.charCodeAt(at) ^ token.charCodeAt(at);
  return difference === 0;
}

/**
 * The liveness page in a React Native app. The package tells which address the view shows and not which frame a message comes
 * from: so our own main frame is handed a token, anew for every load, and what comes without it is dropped.
 */
export function HuotiWebView({
  page,
  appId,
  grant,
  device,
  events,
}: HuotiWebViewProps): React.JSX.Element | null {
  const origin = originOf(page);
  const view = useRef<WebView>(null);
  const token = useRef('');
  const shown = useRef('');
  const [views, setViews] = useState(0);

  const renewToken = useCallback(() => {
    const bytes = Array.from(device.randomBytes(TOKEN_BYTES));
    token.current = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, [device]);

  /** To the main frame alone, after a look at its address. The page takes the first one of a load and no other. */
  const handTokenOver = useCallback(() => {
    if (origin === null || originOf(shown.current) !== origin || token.current === '') return;
    view.current?.injectJavaScript(
      `window.huotiBridge&&huotiBridge.setToken(${JSON.stringify(token.current)});true;`,
    );
  }, [origin]);

  const bridge = useMemo(
    () =>
      createHuotiBridge({
        app: { id: appId },
        platform: Platform.OS === 'ios' ? 'ios' : 'android',
        grant,
        device,
        events,
        send(text) {
          if (origin === null || originOf(shown.current) !== origin) return;
          // As a string literal; the page reads it as JSON and evaluates nothing.
          view.current?.injectJavaScript(`huotiBridge.receive(${JSON.stringify(text)});true;`);
        },
      }),
    [appId, device, events, grant, origin],
  );

  useEffect(() => {
    const moves = AppState.addEventListener('change', (state) => {
      // 'inactive' is the system's own camera prompt as well.
      if (state === 'background') bridge.appMoved(true);
      else if (state === 'active') bridge.appMoved(false);
    });
    return () => {
      moves.remove();
      bridge.endPage();
    };
  }, [bridge]);

  const onMessage = ({ nativeEvent: { data, url } }: WebViewMessageEvent): void => {
    if (origin === null || originOf(url) !== origin) return;
    if (carries(token.current, data)) bridge.receive(data);
    // The page's receiver was not there yet when the page had loaded.
    else handTokenOver();
  };
  const onLoadStart = ({ nativeEvent: { url } }: { nativeEvent: Pick<WebViewNavigation, 'url'> }): void => {
    // A new page has a new token: what an earlier one knew is worth nothing.
    shown.current = url;
    renewToken();
  };
  // A view whose process is gone can't be used again on Android: another one takes its place.
  const onGone = (): void => {
    bridge.processGone();
    setViews((count) => count + 1);
  };

  if (origin === null) return null;
  return (
    <WebView
      key={views}
      ref={view}
      source={{ uri: page }}
      // The list is compared by its beginning only, so the main frame is held to its origin once more. Other addresses open in
      // the system's browser.
      originWhitelist={[origin]}
      onShouldStartLoadWithRequest={({ url, isTopFrame }) => isTopFrame === false || originOf(url) === origin}
      setSupportMultipleWindows={false}
      onLoadStart={onLoadStart}
      onLoadEnd={handTokenOver}
      onMessage={onMessage}
      // iOS: the camera for the page's own host, without a second question.
      mediaCapturePermissionGrantType="grantIfSameHostElseDeny"
      allowsInlineMediaPlayback
      mediaPlaybackRequiresUserAction={false}
      allowFileAccess={false}
      geolocationEnabled={false}
      mixedContentMode="never"
      incognito
      onContentProcessDidTerminate={onGone}
      onRenderProcessGone={onGone}
    />
  );
}
