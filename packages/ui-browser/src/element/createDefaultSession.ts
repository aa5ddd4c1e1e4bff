import {
  createPlan,
  createSession,
  type FaceLandmarker,
  type FrameSource,
  type ModelManifest,
  type Session,
} from '@huoti/core';
import { HuotiError, type SessionPolicy } from '@huoti/protocol';
import type { BrowserHost } from './BrowserHost.js';
import type { PlanSetting, SessionRequest } from './SessionBuilder.js';

/** What {@link createDefaultSession} is made of. */
export interface DefaultSessionSettings {
  readonly host: BrowserHost | null;
  /** Where models, wasm and worker are served. */
  readonly assetsBaseUrl: string;
  /** What every byte from there is checked against; needed for the host's landmarker. */
  readonly manifest: ModelManifest | null;
  /** Instead of the camera. */
  readonly source: FrameSource | null;
  /** Instead of the host's. Disposed by its session, so one for each try. */
  readonly landmarker: (() => FaceLandmarker | Promise<FaceLandmarker>) | null;
  readonly plan: PlanSetting | null;
  readonly policy: SessionPolicy | null;
  /** Whether a person has to have agreed before. */
  readonly needsConsent: boolean;
}

function hostLandmarker(
  host: BrowserHost,
  assetsBaseUrl: string,
  manifest: ModelManifest | null,
): FaceLandmarker {
  if (manifest === null) {
    // Never fetched from the folder that it is there to check.
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'set the property `manifest`: import { modelManifest } from @huoti/models',
    );
  }
  return host.createBrowserLandmarker({ assetsBaseUrl, manifest });
}

const supportOf = (
  host: BrowserHost,
  light: SessionRequest['light'],
): 'available' | { readonly unavailable: string } => {
  if (host.createBrowserScreenLight === undefined) return { unavailable: 'no-screen-light' };
  return host.lightSupport?.(light) ?? 'available';
};

/**
 * A device-only session over the camera: what `<huoti-liveness>` runs where a page does not bring its own.
 *
 * @throws HuotiError PLAN_INVALID; CONSENT_REQUIRED; INVALID_ARGUMENT naming the setting that is missing
 */
export async function createDefaultSession(
  { host, assetsBaseUrl, manifest, source, landmarker, plan, policy, needsConsent }: DefaultSessionSettings,
  { watch, light, consent }: SessionRequest,
): Promise<Session> {
  if (needsConsent && consent === null) {
    throw new HuotiError('CONSENT_REQUIRED', 'nobody has agreed to this check: ask the person first', {
      retryable: true,
    });
  }
  if (host === null) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'set the property `host` to the functions of @huoti/adapter-browser, or bring your own `createSession`',
    );
  }
  const random = host.createBrowserRandom();
  const drawn =
    plan === null
      ? createPlan({ random, light: supportOf(host, light), ...(policy === null ? {} : { policy }) })
      : typeof plan === 'function'
        ? await plan(policy)
        : plan;
  return createSession({
    source: watch(source ?? host.createCameraSource()),
    landmarker: landmarker === null ? hostLandmarker(host, assetsBaseUrl, manifest) : await landmarker(),
    plan: drawn,
    clock: host.createBrowserClock(),
    random,
    ...(host.createBrowserScreenLight === undefined
      ? {}
      : { light: host.createBrowserScreenLight({ surface: light.surface }) }),
  });
}
