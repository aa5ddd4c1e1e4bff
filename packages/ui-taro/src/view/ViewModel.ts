import type { SessionPolicy } from '@huoti/protocol';
import type { Oval, ScreenState, Size } from '@huoti/ui';
import type { CameraElement } from '../camera/CameraElement.js';
import type { MiniProgramMessageKey } from '../messages/MiniProgramCatalogue.js';
import type { PrivacyQuestion } from '../privacy/PrivacyQuestion.js';

/** What the screens draw from. */
export interface ViewModel {
  readonly screen: ScreenState;
  readonly stage: Size;
  readonly oval: Oval;
  /** The element to show, while it is wanted. */
  readonly camera: CameraElement | null;
  readonly frameSize: 'small' | 'medium' | 'large';
  readonly cancelling: boolean;
  /** What leaves the device; `null` where it is not known, and then nothing is promised. */
  readonly evidenceLevel: SessionPolicy['evidenceLevel'] | null;
  /** Whether the screen may flash, has to, or will not since the person said so; `none` where no plan asks for it. */
  readonly flash: 'none' | 'optional' | 'declined' | 'required';
  readonly alternativeLabel: string;
  /** The person has allowed the camera in the settings since it was refused. */
  readonly cameraGranted: boolean;
  /** The platform asks whether its privacy guide is agreed to; `null` while it does not. */
  readonly privacy: PrivacyQuestion | null;
  text(key: MiniProgramMessageKey, values?: Readonly<Record<string, string | number>>): string;
  declineFlash(declined: boolean): void;
  settingsClosed(granted: boolean): void;
  start(): void;
  cancel(): void;
  retry(): void;
  chooseAlternative(): void;
}

/** Every screen and every part of one takes the same. */
export interface ViewProps {
  readonly view: ViewModel;
}
