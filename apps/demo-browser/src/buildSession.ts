import {
  checkSupport,
  createBrowserClock,
  createBrowserLandmarker,
  createBrowserRandom,
  createBrowserScreenLight,
  createCameraSource,
  createRecordingSource,
} from '@huoti/adapter-browser';
import { createSession, type Clock, type FrameSource } from '@huoti/core';
import { modelManifest } from '@huoti/models';
import { HuotiError } from '@huoti/protocol';
import type { SessionRequest, TrySession } from '@huoti/ui-browser';
import { ASSETS_BASE_URL } from './assetsBaseUrl.js';
import type { CastSubject } from './castSubject.js';
import type { DemoSettings } from './DemoSettings.js';
import { drawPlan } from './drawPlan.js';

/** The server's policy that goes with what may leave the device. */
const POLICY_OF = { trace: 'trace', frames: 'default' } as const;

/** What the page has besides its settings. */
export interface PageState {
  /** The chosen recording, where there is one. */
  readonly file: File | null;
  readonly referenceId: string | null;
}

/**
 * One session for one try, from whatever the page is set to: decided in the page, or by the service behind it.
 *
 * @throws HuotiError MEDIA_UNREADABLE without a recording, NETWORK_FAILED without a service, INVALID_ARGUMENT
 */
export async function buildSession(
  settings: DemoSettings,
  { file, referenceId }: PageState,
  { watch, signal, light, consent }: SessionRequest,
): Promise<TrySession> {
  const clock = createBrowserClock();
  const { source, subject } = await openSource(settings, file, clock);
  const session = await assemble(watch(source));
  subject?.follow(session);
  return session;

  async function assemble(watched: FrameSource): Promise<TrySession> {
    const { level, policy } = settings;
    if (level !== 'none') {
      // The client is fetched by whoever wants a server only.
      const { buildServerSession } = await import('./server/buildServerSession.js');
      return buildServerSession({
        policy: policy ?? POLICY_OF[level],
        referenceId,
        ageBand: settings.age,
        consent,
        source: watched,
        light,
        signal,
      });
    }
    const random = createBrowserRandom();
    const screenLight = createBrowserScreenLight({ surface: light.surface });
    return createSession({
      source: watched,
      landmarker: createBrowserLandmarker({ assetsBaseUrl: ASSETS_BASE_URL, manifest: modelManifest }),
      plan: drawPlan({ random, steps: settings.plan, light }),
      light: subject?.see(screenLight) ?? screenLight,
      clock,
      random,
    });
  }
}

/** What stands before the camera: the person's own, a recording, or somebody who is drawn. */
async function openSource(
  settings: DemoSettings,
  file: File | null,
  clock: Clock,
): Promise<{ readonly source: FrameSource; readonly subject: CastSubject | null }> {
  if (settings.source === 'camera') {
    // What can't work is said at once, not after 4 MB of models.
    const { blocker } = checkSupport();
    if (blocker) throw blocker;
    return { source: createCameraSource(), subject: null };
  }
  if (settings.source === 'recording') {
    if (!file) throw new HuotiError('MEDIA_UNREADABLE', 'no recording is chosen: choose a video file first');
    return { source: createRecordingSource({ file }), subject: null };
  }
  // The synthetic person is large: only who asks for it fetches it.
  const { castSubject } = await import('./castSubject.js');
  const subject = await castSubject(settings, clock);
  return { source: subject.source, subject };
}
