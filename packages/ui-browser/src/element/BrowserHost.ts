import type {
  Clock,
  FaceLandmarker,
  FrameSource,
  ModelManifest,
  RandomSource,
  ScreenLight,
} from '@huoti/core';
import type { LightSurface } from './LightSurface.js';

/**
 * What the element needs of a host to make a session by itself. The functions of `@huoti/adapter-browser` fit as they
 * are; handed in, since a user interface depends on no adapter, and a page in an app's WebView has another one.
 *
 * @example
 * import * as host from '@huoti/adapter-browser';
 * element.host = host;
 */
export interface BrowserHost {
  createCameraSource(): FrameSource;
  createBrowserLandmarker(options: { assetsBaseUrl: string; manifest: ModelManifest }): FaceLandmarker;
  createBrowserClock(): Clock;
  createBrowserRandom(): RandomSource;
  /** Left out where the host has no screen light: plans are drawn without it. */
  createBrowserScreenLight?(options: { surface: LightSurface }): ScreenLight;
  /** Asked before a plan that may have light is drawn. */
  lightSupport?(options: {
    surface: LightSurface;
    declined: boolean;
  }): 'available' | { readonly unavailable: string };
}
