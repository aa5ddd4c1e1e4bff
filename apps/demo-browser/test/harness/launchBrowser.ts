import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './findChromium.js';

/** What {@link launchBrowser} takes. */
export interface LaunchOptions {
  /** Clip that the browser's camera plays, from its start at each opening and in a loop (MJPEG or y4m). */
  readonly clip?: string;
  /** @default 'granted' */
  readonly permission?: 'granted' | 'denied';
  /** Names that are taken for this machine: pages of such a host are not secure over HTTP. */
  readonly insecureHost?: string;
  /** @default a camera with a test picture, or the clip */
  readonly camera?: 'none';
}

/** Starts Chromium with a fake camera and without anything that talks to the outside by itself. */
export async function launchBrowser({
  clip,
  permission = 'granted',
  insecureHost,
  camera,
}: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-precise-memory-info',
      permission === 'denied' ? '--use-fake-ui-for-media-stream=deny' : '--use-fake-ui-for-media-stream',
      camera === 'none'
        ? '--use-fake-device-for-media-stream=device-count=0'
        : '--use-fake-device-for-media-stream',
      ...(clip === undefined ? [] : [`--use-file-for-fake-video-capture=${clip}`]),
      ...(insecureHost === undefined ? [] : [`--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`]),
    ],
  });
}
