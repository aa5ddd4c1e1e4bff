export type { AbortSignalLike } from './host/AbortSignalLike.js';
export { abortedError } from './host/abortedError.js';
export type { AssetLoader, AssetLoadOptions } from './host/AssetLoader.js';
export type { EncodablePicture, PictureEncoder } from './host/PictureEncoder.js';
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
export type { TripwireReading } from './host/TripwireReading.js';
export type { Frame } from './frame/Frame.js';
export type { FrameStatistics } from './frame/FrameStatistics.js';
export { headPose, type HeadPose } from './geometry/HeadPose.js';
export type { FaceBox, FaceObservation } from './vision/FaceObservation.js';
export type { FaceLandmarker, LandmarkerLoadOptions } from './vision/FaceLandmarker.js';
export type { AssetFile, ModelCard, ModelManifest } from './vision/ModelManifest.js';
export type { GateReading, QualityGate } from './quality/QualityGate.js';
export type { ActionDetector, ActionHint, ActionReading } from './challenge/ActionDetector.js';
export type { PersonBaseline } from './challenge/PersonBaseline.js';
export type { RevealStep, Session, SessionOptions } from './session/Session.js';
export type { SceneFacts } from './session/SceneFacts.js';
export type { SessionEvent, SessionPhase } from './session/SessionEvent.js';
export { createSession } from './session/createSession.js';
export { createPlan } from './plan/createPlan.js';
export type { CreatePlanOptions } from './plan/createPlan.js';
export { DEVICE_ONLY_POLICIES } from './plan/policies.js';
export type { LightAvailability } from './plan/LightAvailability.js';
export { checkFlashRules, type FlashFault } from './plan/checkFlashRules.js';
export { drawReplacementStep, type ReplacementOptions } from './plan/drawReplacementStep.js';
export { DEADLINES } from './session/deadlines.js';
export { createAbortSource } from './session/abortSource.js';
export type { AbortSource } from './session/abortSource.js';
export { captureGates } from './quality/captureGates.js';
export { challengeGates } from './quality/challengeGates.js';
export { measureFrame } from './frame/measureFrame.js';
export { eyeOpenness } from './geometry/eyeOpenness.js';
export { mouthOpenness } from './geometry/mouthOpenness.js';
export { yawIndex } from './geometry/yawIndex.js';
export { faceScale } from './geometry/faceScale.js';
export { faceSignature } from './geometry/faceSignature.js';
export { RECENT_FACE_DISTANCE, signatureDistance } from './geometry/signatureDistance.js';
export {
  createSignatureMonitor,
  type SignatureMonitor,
  type SignatureReading,
} from './geometry/createSignatureMonitor.js';
export { createActionDetector } from './challenge/actions/createActionDetector.js';
export type { ActionDetectorOptions } from './challenge/actions/ActionDetectorOptions.js';
export { createActionScanner, type ActionScanner } from './challenge/createActionScanner.js';
export type { FoundAction } from './challenge/FoundAction.js';
export {
  createBaselineCollector,
  type BaselineCollector,
  type BaselineRefusal,
} from './challenge/createBaselineCollector.js';
export { assertFrame } from './frame/assertFrame.js';
export { FACE_REGION_NAMES, type FaceRegionName } from './frame/faceRegions.js';
export { defaultQualityGates, type QualityGateOptions } from './quality/defaultQualityGates.js';
export { firstFailure } from './quality/firstFailure.js';
export { isCoveredLens } from './quality/isCoveredLens.js';
export { isTooDarkToSee } from './quality/isTooDarkToSee.js';
export { frameHash } from './evidence/frameHash.js';
export { hashDistance } from './evidence/hashDistance.js';
export { restoreLandmarks } from './evidence/restoreLandmarks.js';
export {
  COLOUR_NOT_SEEN,
  COLOUR_UNITS_PER_LEVEL,
  EVIDENCE_LANDMARKS,
  MOTION_UNITS_PER_SIDE,
} from '@huoti/protocol';
export { measureRegions, type RegionColours } from './evidence/measureRegions.js';
export { chainNext, chainStart } from './evidence/evidenceChain.js';
export { restoreFrameFacts } from './evidence/restoreFrameFacts.js';
export type { FrameFacts } from './evidence/FrameFacts.js';
export { CROP_SCALE, cropRectOf, type CropRect } from './frame/cropRectOf.js';
export { cropSizeOf } from './frame/cropSizeOf.js';
export { isSteep, STEEPEST_PICTURE_YAW_RADIANS } from './frame/isSteep.js';
export { placeInCrop } from './frame/placeInCrop.js';
export { createPlanRandom } from './plan/createPlanRandom.js';
export { stepCountOf } from './plan/stepCountOf.js';
export type { Ending } from './session/Ending.js';
export {
  createEvidenceRecorder,
  DEFAULT_MAX_EVIDENCE_FRAMES,
  PICTURE_EVERY_MS,
  type CutChunk,
  type EvidenceRecorder,
  type EvidenceRecorderOptions,
} from './evidence/createEvidenceRecorder.js';
export {
  createFrameMeasurer,
  type FrameMeasurer,
  type MeasuredFrame,
  type RecordFacts,
} from './evidence/createFrameMeasurer.js';
export { cropPicture } from './vision/stills/cropPicture.js';
export { describeFace, type FaceDescription } from './vision/stills/describeFace.js';
export { findFaces, type FindFacesOptions } from './vision/stills/findFaces.js';
export type { StillPicture } from './vision/stills/StillPicture.js';
export { replaySession, type ReplayOptions } from './session/replay/replaySession.js';
export type { ReplayedFrame, ReplayedSession, ReplayedWindow } from './session/replay/ReplayedSession.js';
export { MAX_REPLAY_FALLBACKS, REPLAY_LAG_MS } from './session/replay/replayLimits.js';
export type { SignalFamily, SignalMeasurement, SpoofSignal } from './antispoof/SpoofSignal.js';
export type { LitStage, SignalFrame } from './antispoof/SignalFrame.js';
export { signalFrameOf, type SignalMoment } from './antispoof/signalFrameOf.js';
export { createSignalPanel, type SignalPanel } from './antispoof/createSignalPanel.js';
export { signalReadingsOf, type FamilyReading, type SignalReadings } from './antispoof/SignalReadings.js';
export { fuseSignals, type FusedVerdict, type FuseSignalsOptions } from './antispoof/fusion/fuseSignals.js';
export type { FusionModel, FusionProvenance, SignalWeight } from './antispoof/fusion/FusionModel.js';
export type { SpoofRule } from './antispoof/fusion/SpoofRule.js';
export { HARD_RULES } from './antispoof/fusion/hardRules.js';
export { passiveFusion } from './antispoof/fusion/passiveFusion.js';
export { sessionFusion } from './antispoof/fusion/sessionFusion.js';
export type { PictureSignal } from './antispoof/texture/PictureSignal.js';
export { createTextureSignal } from './antispoof/texture/createTextureSignal.js';
export { measureTexture, type TextureMeasures } from './antispoof/texture/measureTexture.js';
export type { TextureNet } from './antispoof/texture/TextureNet.js';
export type { TextureNetManifest } from './antispoof/texture/TextureNetManifest.js';
export {
  createTextureNetSignal,
  type TextureNetSignalOptions,
} from './antispoof/texture/createTextureNetSignal.js';
export { fusionModelFor } from './antispoof/fusion/fusionModelFor.js';
export { isLit } from './session/isLit.js';
