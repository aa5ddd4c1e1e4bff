import {
  checkSupport,
  createBrowserClock,
  createBrowserLandmarker,
  createBrowserRandom,
  createCameraSource,
  createRecordingSource,
} from '@huoti/adapter-browser';
import { createPlan, createSession, type FrameSource, type Session } from '@huoti/core';
import { modelManifest } from '@huoti/models';
import { HuotiError } from '@huoti/protocol';
import type { SessionRequest } from '@huoti/ui-browser';
import type { DemoSettings } from './DemoSettings.js';

/** Models, wasm and worker lie beside the page. */
const ASSETS_BASE_URL = new URL('./huoti/', document.baseURI).href;

/**
 * One session for one try, from whatever the page is set to.
 *
 * @param file the chosen recording, where there is one
 * @throws HuotiError MEDIA_UNREADABLE without a recording, INVALID_ARGUMENT
 */
export async function buildSession(
  settings: DemoSettings,
  file: File | null,
  { watch }: SessionRequest,
): Promise<Session> {
  const random = createBrowserRandom();
  const clock = createBrowserClock();
  const plan = createPlan({ random, ...(settings.plan ? { actions: settings.plan } : {}) });
  const assemble = (source: FrameSource): Session =>
    createSession({
      source: watch(source),
      landmarker: createBrowserLandmarker({ assetsBaseUrl: ASSETS_BASE_URL, manifest: modelManifest }),
      plan,
      clock,
      random,
    });

  if (settings.source === 'camera') {
    // What can't work is said at once, not after 4 MB of models.
    const { blocker } = checkSupport();
    if (blocker) throw blocker;
    return assemble(createCameraSource());
  }
  if (settings.source === 'recording') {
    if (!file) throw new HuotiError('MEDIA_UNREADABLE', 'no recording is chosen: choose a video file first');
    return assemble(createRecordingSource({ file }));
  }
  // The synthetic person is large: only who asks for it fetches it.
  const { castSubject } = await import('./castSubject.js');
  const subject = await castSubject(settings, clock);
  const session = assemble(subject.source);
  subject.follow(session);
  return session;
}
