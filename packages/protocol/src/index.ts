export { PROTOCOL_VERSION } from './version.js';
export { ERROR_CODES } from './errors/errorCodes.js';
export type { ErrorCode } from './errors/errorCodes.js';
export { REFUSAL_REASONS } from './errors/refusalReasons.js';
export type { RefusalReason } from './errors/refusalReasons.js';
export { HuotiError, isHuotiError } from './errors/HuotiError.js';
export type { HuotiErrorOptions } from './errors/HuotiError.js';
export { ACTIONS, DEFAULT_PLAN_ACTIONS } from './plan/actions.js';
export type { Action, StepAction } from './plan/actions.js';
export {
  LightStageSchema,
  LightStepSchema,
  MAX_LIGHT_STAGE_MS,
  MAX_LIGHT_STAGES,
  MIN_LIGHT_STAGE_MS,
  MIN_LIGHT_STAGES,
} from './plan/LightStep.js';
export type { LightStage, LightStep } from './plan/LightStep.js';
export {
  ActionStepSchema,
  LivenessPlanSchema,
  MAX_PLAN_STEPS,
  PLATFORMS,
  PlanStepSchema,
  SessionPolicySchema,
} from './plan/LivenessPlan.js';
export type { ActionStep, LivenessPlan, PlanStep, Platform, SessionPolicy } from './plan/LivenessPlan.js';
export { parsePlan } from './plan/parsePlan.js';
export { ASSURANCES } from './result/Assurance.js';
export type { Assurance } from './result/Assurance.js';
export { GATE_CODES } from './result/GateCode.js';
export type { GateCode } from './result/GateCode.js';
export type { SignalReading } from './result/SignalReading.js';
export type {
  BackendFallback,
  ChallengeOutcome,
  CompletedResult,
  EngineFacts,
  FailedResult,
  LivenessResult,
} from './result/LivenessResult.js';
export { HOST_KINDS } from './session/hostKinds.js';
export type { HostKind } from './session/hostKinds.js';
export { HostFactsSchema, HostKindSchema } from './session/HostFacts.js';
export type { HostFacts } from './session/HostFacts.js';
export { EpochMsSchema, IdentifierSchema, Sha256HexSchema, SubjectSchema } from './session/identifiers.js';
export { SESSION_STATES } from './session/SessionState.js';
export type { ServerSessionState } from './session/SessionState.js';
export { AGE_BANDS } from './privacy/ageBands.js';
export type { AgeBand } from './privacy/ageBands.js';
export { CONSENT_CHOICES } from './privacy/consentChoices.js';
export type { ConsentChoice } from './privacy/consentChoices.js';
export { LEGAL_GROUNDS } from './privacy/legalGrounds.js';
export type { LegalGround } from './privacy/legalGrounds.js';
export { FileReferenceSchema, LegalGroundSchema } from './privacy/LegalGroundClaim.js';
export type { LegalGroundClaim } from './privacy/LegalGroundClaim.js';
export { RIGHTS_KINDS } from './privacy/rightsKinds.js';
export type { RightsKind } from './privacy/rightsKinds.js';
export {
  GuardianConsentListSchema,
  GuardianConsentRequestSchema,
  GuardianConsentResponseSchema,
} from './http/guardianRequests.js';
export type {
  GuardianConsentList,
  GuardianConsentRequest,
  GuardianConsentResponse,
} from './http/guardianRequests.js';
export { PROBLEM_CODES } from './http/problemCodes.js';
export type { ProblemCode } from './http/problemCodes.js';
export { ProblemSchema } from './http/Problem.js';
export type { Problem } from './http/Problem.js';
export {
  BeginRequestSchema,
  BeginResponseSchema,
  CompleteRequestSchema,
  ConsentRequestSchema,
  ConsentResponseSchema,
  CreateSessionRequestSchema,
  CreateSessionResponseSchema,
  OutcomeRequestSchema,
  PartResponseSchema,
  PictureReferenceSchema,
  RevealRequestSchema,
  RevealResponseSchema,
  SessionViewSchema,
} from './http/sessionRequests.js';
export type {
  BeginRequest,
  BeginResponse,
  CompleteRequest,
  ConsentRequest,
  ConsentResponse,
  CreateSessionRequest,
  CreateSessionResponse,
  OutcomeRequest,
  PartResponse,
  PictureReference,
  RevealRequest,
  RevealResponse,
  SessionView,
} from './http/sessionRequests.js';
export {
  PlatformBeginRequestSchema,
  PlatformBeginResponseSchema,
  PlatformCompleteRequestSchema,
  PlatformIdentitySchema,
} from './http/platformRequests.js';
export type {
  PlatformBeginRequest,
  PlatformBeginResponse,
  PlatformCompleteRequest,
  PlatformIdentity,
} from './http/platformRequests.js';
export type { SessionOutcome } from './result/SessionOutcome.js';
export { ComparisonSchema, ResultClaimsSchema } from './result/ResultClaims.js';
export type { Comparison, ResultClaims } from './result/ResultClaims.js';
export { EVIDENCE_LANDMARKS } from './evidence/evidenceLandmarks.js';
export {
  BACKGROUND_COLOUR_REGIONS,
  COLOUR_NOT_SEEN,
  COLOUR_UNITS_PER_LEVEL,
  FACE_COLOUR_REGIONS,
  LANDMARK_UNITS_PER_SIDE,
  MOTION_UNITS_PER_SIDE,
  SHARE_UNITS,
  SHARPNESS_UNITS,
} from './evidence/traceUnits.js';
export {
  MAX_CHUNK_BYTES,
  MAX_CHUNK_EXTENSIONS,
  MAX_CHUNK_FRAMES,
  MAX_CHUNK_PICTURES,
  MAX_EXTENSION_BYTES,
  MAX_EXTENSION_ID,
  MAX_FRAME_SIDE_PX,
  MAX_PICTURE_BYTES,
  MAX_PICTURE_SIDE_PX,
  MAX_SECOND_FACE_AGE_MS,
  MAX_SESSION_CHUNKS,
  MAX_SHARE_VALUE,
  MAX_SHARPNESS_VALUE,
  MAX_SIGNED_VALUE,
  MAX_TIMESTAMP_MS,
} from './evidence/traceLimits.js';
export type { TraceFrame, TraceSecondFace, TraceStatistics } from './evidence/TraceFrame.js';
export type { TraceChunk, TraceExtension, TracePicture } from './evidence/TraceChunk.js';
export { encodeTraceChunk } from './evidence/encodeTraceChunk.js';
export { decodeTraceChunk } from './evidence/decodeTraceChunk.js';
export { LIGHT_LOG_ID, MAX_LIGHT_LOG_ENTRIES } from './evidence/lightLogLimits.js';
export type { LightLogEntry } from './evidence/LightLogEntry.js';
export { encodeLightLog } from './evidence/encodeLightLog.js';
export { decodeLightLog } from './evidence/decodeLightLog.js';
export {
  EvidenceManifestSchema,
  MAX_ASKED_PICTURES,
  MAX_MANIFEST_CHARS,
} from './evidence/EvidenceManifest.js';
export type { EvidenceManifest } from './evidence/EvidenceManifest.js';
export { parseEvidenceManifest } from './evidence/parseEvidenceManifest.js';
