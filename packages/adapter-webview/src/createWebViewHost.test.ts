import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserHostOptions } from '@huoti/adapter-browser';
import { createFakeFrameSource } from '@huoti/core/testing';
import { createCameraRig } from '../test/support/createCameraRig.js';
import { standIn } from '../test/support/createFakePage.js';
import { createWebViewHost } from './createWebViewHost.js';

/** Nothing of a model is read before a session runs. */
const manifest = standIn<BrowserHostOptions['manifest']>({ files: [] });
const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
beforeEach(() => {
  const navigator = { userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15', language: 'zh-CN' };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
});
afterEach(() => {
  if (before) Object.defineProperty(globalThis, 'navigator', before);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

describe('createWebViewHost', () => {
  it('says that it is a WebView, and leaves the rest of the facts as a browser tells them', async () => {
    const { link } = await createCameraRig();
    const { facts } = createWebViewHost({ link, assetsBaseUrl: '/huoti/', manifest });
    expect(facts).toMatchObject({ kind: 'webview', language: 'zh-CN' });
  });

  it('takes a source that it is given, else whichever camera the view has', async () => {
    const { link } = await createCameraRig();
    const source = createFakeFrameSource();
    const options = { link, assetsBaseUrl: '/huoti/', manifest };
    expect(createWebViewHost({ ...options, source }).source).toBe(source);
    expect(createWebViewHost(options).source.kind).toBe('camera');
  });

  it('makes and holds nothing that goes on, and changes nothing of the screen, before it runs', async () => {
    const screen: unknown[] = [];
    const rig = await createCameraRig({
      host: { device: { setBrightness: async (level) => void screen.push(level) } },
    });
    const { light } = createWebViewHost({ link: rig.link, assetsBaseUrl: '/huoti/', manifest });
    expect(rig.liveResourceCount()).toBe(0);
    expect(screen).toEqual([]);
    expect(light.specificationVersion).toBe('v1');
  });
});
