import {
  createBrowserHost,
  createBrowserScreenLight,
  type BrowserHostOptions,
  type BrowserHostPieces,
} from '@huoti/adapter-browser';
import { createWebViewSource } from './camera/createWebViewSource.js';
import { createBridgeScreenLight } from './device/createBridgeScreenLight.js';
import type { BridgeLink } from './link/BridgeLink.js';

/** What {@link createWebViewHost} takes. */
export interface WebViewHostOptions extends BrowserHostOptions {
  readonly link: BridgeLink;
}

/**
 * The pieces that a session in an app's WebView is made of: those of a browser, with the app's camera, screen and lifecycle in
 * the places where it offers them.
 *
 * @example createLiveness({ host: createWebViewHost({ link, assetsBaseUrl: '/huoti/', manifest }), server });
 */
export function createWebViewHost({
  link,
  source = createWebViewSource({ link }),
  light = {},
  ...options
}: WebViewHostOptions): BrowserHostPieces {
  const pieces = createBrowserHost({ ...options, source, light });
  const { surface } = light;
  return {
    ...pieces,
    facts: { ...pieces.facts, kind: 'webview' },
    light: createBridgeScreenLight({
      link,
      light: createBrowserScreenLight(surface === undefined ? {} : { surface }),
    }),
  };
}
