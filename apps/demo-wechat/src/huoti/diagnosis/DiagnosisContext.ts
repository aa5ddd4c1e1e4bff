import type { AbortSignalLike, Clock, FaceLandmarker, FrameSource } from '@huoti/core';
import type { CameraAccess, FrameOrientation, MiniProgramApi } from '@huoti/adapter-wechat/miniprogram';
import type { HostFacts } from '@huoti/protocol';
import type { FrameSize } from './Diagnosis.js';

/** What the person is shown while it goes on. */
export type DiagnosisStep = 'sizes' | 'loading' | 'look-straight' | 'turn-left';

/** What the diagnosis asks of the page and the platform; handed in, so that it runs in a test. */
export interface DiagnosisContext {
  readonly api: MiniProgramApi;
  readonly clock: Clock;
  readonly signal: AbortSignalLike;
  onStep(step: DiagnosisStep): void;
  /** Sets what the camera's element is to ask for, before it is wanted. */
  showSetting(setting: FrameSize): Promise<void>;
  createOrientation(): FrameOrientation;
  createSource(orientation: FrameOrientation): FrameSource;
  createLandmarker(orientation: FrameOrientation): FaceLandmarker;
  readFacts(): Promise<HostFacts>;
  readAccess(): Promise<CameraAccess>;
  probe(): Promise<string>;
}
