import type { SessionPolicy } from '@huoti/protocol';
import type { ReactNode } from 'react';
import type { CameraElement } from './camera/CameraElement.js';
import type { ConsentProps } from './consent/ConsentProps.js';
import type { MiniProgramCatalogue } from './messages/MiniProgramCatalogue.js';
import type { SessionBuilder } from './tries/SessionBuilder.js';
import type { TryEvents } from './tries/TryEvents.js';

/** What `<HuotiLiveness>` takes. */
export interface HuotiLivenessProps extends TryEvents {
  /** Makes the session of one try. */
  readonly createSession: SessionBuilder;
  /** From `createCameraElement` of `@huoti/adapter-wechat`; left out where the session needs no camera of this page. */
  readonly cameraElement?: CameraElement | undefined;
  /**
   * What a person is asked before anything happens. Left out or `null`, this component asks nothing: the page has asked, for example by
   * `<HuotiConsent>` on a page of the main package, before the package with this one was fetched.
   */
  readonly consent?: ConsentProps | null | undefined;
  /** What the camera is asked for; the real size is the platform's choice. @default 'medium' */
  readonly frameSize?: 'small' | 'medium' | 'large' | undefined;
  /** `system` needs `"darkmode": true` in app.json. @default 'system' */
  readonly theme?: 'light' | 'dark' | 'system' | undefined;
  /** BCP 47. @default the app's language, zh-CN where it is not known */
  readonly lang?: string | undefined;
  /** Texts to pick from, your own languages among them. @default zh-CN and en */
  readonly catalogues?: readonly MiniProgramCatalogue[] | undefined;
  /** What your session sends. Left out, nothing is promised to the person. */
  readonly evidenceLevel?: SessionPolicy['evidenceLevel'] | undefined;
  /** Whether your plans light the face with the screen. Left out, people are told that it may. */
  readonly light?: SessionPolicy['light'] | undefined;
  /** Words for the other way, for example "Visit a branch". @default the catalogue's own */
  readonly alternativeLabel?: string | undefined;
  /** Short vibrations at the end of a step and of the check. @default false */
  readonly haptics?: boolean | undefined;
  /** Room at the top that a bar or the platform's capsule covers, in px: with `navigationStyle: 'custom'`. @default 0 */
  readonly topInsetPx?: number | undefined;
  /** Your privacy notice, before the start button. */
  readonly notice?: ReactNode;
}
