export type { AbortSignalLike } from './host/AbortSignalLike.js';
export type { AssetLoader, AssetLoadOptions } from './host/AssetLoader.js';
export type { Clock } from './host/Clock.js';
export type {
  FrameSource,
  FrameSourceKind,
  FrameSourceOpenOptions,
  FrameStream,
} from './host/FrameSource.js';
export type { Logger } from './host/Logger.js';
export type { RandomSource } from './host/RandomSource.js';
export type { ScreenLight } from './host/ScreenLight.js';
export type { Frame } from './frame/Frame.js';
export type { FrameStatistics } from './frame/FrameStatistics.js';
export type { HeadPose } from './geometry/HeadPose.js';
export type { FaceBox, FaceObservation } from './vision/FaceObservation.js';
export type { FaceLandmarker, LandmarkerLoadOptions } from './vision/FaceLandmarker.js';
export type { AssetFile, ModelCard, ModelManifest } from './vision/ModelManifest.js';
export type { GateReading, QualityGate } from './quality/QualityGate.js';
export type { ActionDetector, ActionHint, ActionReading } from './challenge/ActionDetector.js';
export type { PersonBaseline } from './challenge/PersonBaseline.js';
export type { Session, SessionOptions } from './session/Session.js';
export type { SessionEvent, SessionPhase } from './session/SessionEvent.js';
