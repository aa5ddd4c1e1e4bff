import {
  createCameraSource,
  createPageLifecycle,
  type BrowserEnvironment,
  type BrowserFrameSource,
  type BrowserFrameStream,
  type FramePreview,
  type PageLifecycle,
} from '@huoti/adapter-browser';
import { pageEnvironment } from '@huoti/adapter-browser/frames';
import type { FrameSourceOpenOptions } from '@huoti/core';
import { createBridgeLifecycle } from '../lifecycle/createBridgeLifecycle.js';
import type { BridgeLink } from '../link/BridgeLink.js';
import { createHostCameraSource } from './createHostCameraSource.js';
import { requireCameraPermission } from './requireCameraPermission.js';

/** What {@link createWebViewSource} takes. */
export interface WebViewSourceOptions {
  readonly link: BridgeLink;
  /** Whether the page's camera swaps left and right: never guessed. @default false */
  readonly mirrored?: boolean | 'unknown';
  /** @default the page's and the app's own */
  readonly pageLifecycle?: PageLifecycle;
  /** @default the page */
  readonly environment?: BrowserEnvironment;
}

/**
 * Whichever camera this view has, by what its host offers: the page's own where the host lets the page have it and the engine
 * has the interface, else the host's. A host that offers neither leaves the page to its engine, whose refusal says why.
 *
 * @example const session = createSession({ source: createWebViewSource({ link }), ...pieces });
 */
export function createWebViewSource({
  link,
  mirrored = false,
  environment = pageEnvironment,
  pageLifecycle = createBridgeLifecycle({ link, page: createPageLifecycle({ environment }) }),
}: WebViewSourceOptions): BrowserFrameSource {
  const pageHasCamera = environment.mediaDevices() !== undefined && environment.isSecureContext();
  const mayUsePage = link.capability('camera.page') > 0 && pageHasCamera;
  const source =
    !mayUsePage && link.capability('camera.host') > 0
      ? createHostCameraSource({ link, environment, pageLifecycle })
      : createCameraSource({ mirrored, environment, pageLifecycle });
  return {
    specificationVersion: 'v1',
    kind: 'camera',
    async open(options: FrameSourceOpenOptions = {}): Promise<BrowserFrameStream> {
      await requireCameraPermission(link, options.signal);
      return source.open(options);
    },
    subscribePreview: (listener: (preview: FramePreview | null) => void) => source.subscribePreview(listener),
  };
}
