import { checkSupport, createBrowserHost, createCameraSource } from '@huoti/adapter-browser';
import { createWebViewHost, createWebViewSource, type BridgeLink } from '@huoti/adapter-webview';
import { createSession } from '@huoti/core';
import { modelManifest } from '@huoti/models';
import type { ErrorCode } from '@huoti/protocol';
import type { SessionGrant } from '@huoti/protocol/bridge';
import type { SessionRequest, TrySession } from '@huoti/ui-browser';
import { drawPlan } from '../drawPlan.js';
import type { DemoSettings } from '../DemoSettings.js';

/** What {@link buildEmbedSession} takes. */
export interface EmbedSessionOptions {
  readonly settings: DemoSettings;
  readonly assetsBaseUrl: string;
  /** `null` in a page without an app around it. */
  readonly link: BridgeLink | null;
  /** `null` where the page decides for itself. */
  readonly grant: SessionGrant | null;
  readonly request: SessionRequest;
}

/** What stands in the way of the page's camera is no matter where the app's is used. */
const OF_THE_PAGES_CAMERA: readonly ErrorCode[] = ['INSECURE_CONTEXT', 'CAMERA_UNSUPPORTED'];

/**
 * One session for one try: with the app's pieces where there is an app, decided by its server where there is a grant.
 *
 * @throws HuotiError CSP_BLOCKED, BACKEND_UNAVAILABLE, INSECURE_CONTEXT, CAMERA_UNSUPPORTED before anything is loaded
 */
export async function buildEmbedSession({
  settings,
  assetsBaseUrl,
  link,
  grant,
  request: { watch, light, consent },
}: EmbedSessionOptions): Promise<TrySession> {
  const { blocker } = checkSupport();
  const hasHostCamera = (link?.capability('camera.host') ?? 0) > 0;
  if (blocker && !(hasHostCamera && OF_THE_PAGES_CAMERA.includes(blocker.code))) throw blocker;
  const source = watch(link === null ? createCameraSource() : createWebViewSource({ link }));
  const pieces = { assetsBaseUrl, manifest: modelManifest, source, light };
  const host = link === null ? createBrowserHost(pieces) : createWebViewHost({ ...pieces, link });
  if (grant === null) {
    const plan = drawPlan({ random: host.random, steps: settings.plan, light });
    return createSession({ ...host, plan });
  }
  // The client is fetched by whoever has a server only.
  const { createLiveness } = await import('@huoti/client');
  const baseUrl = new URL('.', document.baseURI).href;
  return createLiveness({ host, server: { baseUrl, ...grant }, consent });
}
