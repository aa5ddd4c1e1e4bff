export type { Answer, Refused } from './answers/Answer.js';
export type { Refusal } from './answers/Refusal.js';
export { chainAudit, type ChainAuditOptions, type ChainedAudit } from './audit/chainAudit.js';
export { cutAudit, type CutAuditOptions } from './audit/cutAudit.js';
export { entryHash } from './audit/entryHash.js';
export type { AuditFinding } from './audit/verify/AuditFinding.js';
export { headsOfLine } from './audit/verify/headsOfLine.js';
export { verifyAudit, type AuditVerification, type VerifyAuditOptions } from './audit/verify/verifyAudit.js';
export { authenticateClient, type AuthenticateClientOptions } from './clients/authenticateClient.js';
export { dpopNonce } from './clients/dpopNonce.js';
export { createServerContext } from './context/createServerContext.js';
export { createServerSettings, type ServerSettingsInput } from './context/createServerSettings.js';
export { DEFAULT_POLICIES } from './context/defaultPolicies.js';
export type { ServerContext } from './context/ServerContext.js';
export type {
  AttemptLimits,
  PolicySettings,
  RetentionSettings,
  ServerLimits,
  ServerSettings,
  WebhookSettings,
} from './context/ServerSettings.js';
export { acceptPart, type AcceptPartOptions } from './evidence/acceptPart.js';
export { readPart } from './evidence/readPart.js';
export { auditGrounds } from './grounds/auditGrounds.js';
export { listGuardianConsents, type ListGuardianConsentsOptions } from './guardians/listGuardianConsents.js';
export {
  recordGuardianConsent,
  type RecordGuardianConsentOptions,
} from './guardians/recordGuardianConsent.js';
export {
  withdrawGuardianConsent,
  type WithdrawGuardianConsentOptions,
} from './guardians/withdrawGuardianConsent.js';
export { auditClearance } from './hosts/auditClearance.js';
export { forgetSubject, type ForgetSubjectOptions } from './deletion/forgetSubject.js';
export { runDeletion, type RunDeletionOptions } from './deletion/runDeletion.js';
export { filingLevel, type FilingLevel } from './filing/filingLevel.js';
export { filingState, type FilingState } from './filing/filingState.js';
export { createEvidenceJudge, type EvidenceJudgeOptions } from './judge/createEvidenceJudge.js';
export type { Judgement } from './judge/Judgement.js';
export type { JudgeTools } from './judge/JudgeTools.js';
export {
  authenticateApiKey,
  type ApiCaller,
  type AuthenticateApiKeyOptions,
} from './keys/authenticateApiKey.js';
export { createApiKey, type CreateApiKeyOptions } from './keys/createApiKey.js';
export { revokeApiKey, type RevokeApiKeyOptions } from './keys/revokeApiKey.js';
export { rotateApiKey, type RotateApiKeyOptions } from './keys/rotateApiKey.js';
export { createSharpDecoder } from './pictures/createSharpDecoder.js';
export type { DecodedPicture, DecodeLimits, PictureDecoder } from './pictures/PictureDecoder.js';
export { beginPlatform, type BeginPlatformOptions } from './platform/beginPlatform.js';
export { completePlatform, type CompletePlatformOptions } from './platform/completePlatform.js';
export { judgePlatform, type JudgePlatformOptions } from './platform/judgePlatform.js';
export { createWeChatVerifier, type WeChatVerifierOptions } from './platform/wechat/createWeChatVerifier.js';
export type { BlobStore } from './ports/BlobStore.js';
export type { FaceReader, FaceReading } from './ports/FaceReader.js';
export type { Judge, JudgeRequest } from './ports/Judge.js';
export type { PlatformCheckRow } from './ports/PlatformCheckRow.js';
export type { AuditChainTable, ChainedAuditRow } from './ports/privacy/AuditChainTable.js';
export type { AuditHeadRow } from './ports/privacy/AuditHeadRow.js';
export type { CounterRow, CounterTable } from './ports/privacy/CounterTable.js';
export type { DeletionRow } from './ports/privacy/DeletionRow.js';
export type { DeletionTable } from './ports/privacy/DeletionTable.js';
export type { GuardianConsentRow } from './ports/privacy/GuardianConsentRow.js';
export type { GuardianConsentTable } from './ports/privacy/GuardianConsentTable.js';
export type { RightsCaseRow } from './ports/privacy/RightsCaseRow.js';
export type { RightsCaseFilter, RightsCaseTable } from './ports/privacy/RightsCaseTable.js';
export type { SubjectRow } from './ports/privacy/SubjectRow.js';
export type { SubjectTable } from './ports/privacy/SubjectTable.js';
export type { PlatformHttp, PlatformHttpAnswer, PlatformHttpRequest } from './ports/PlatformHttp.js';
export type {
  PlatformBegun,
  PlatformQuestion,
  PlatformUnavailable,
  PlatformVerifier,
  PlatformWord,
} from './ports/PlatformVerifier.js';
export type { MasterKeys } from './ports/MasterKeys.js';
export type {
  ApiKeyRow,
  ApiScope,
  AttemptRow,
  AuditRow,
  CheckReading,
  ConsentRow,
  DataKeyRow,
  DayCount,
  OperatorRow,
  PartRow,
  ReferenceRow,
  RevealStamp,
  SessionRow,
  VerdictRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from './ports/rows.js';
export { API_SCOPES } from './ports/rows.js';
export type { SecureRandom } from './ports/SecureRandom.js';
export type { SignedType, Signer } from './ports/Signer.js';
export type {
  AgeGroup,
  ApiKeyTable,
  AttemptTable,
  AuditTable,
  ConsentTable,
  DataKeyTable,
  Jobs,
  JobTable,
  OperatorTable,
  PartTable,
  PlatformCheckTable,
  PolicyNames,
  ProofTable,
  ReferenceTable,
  SessionFilter,
  SessionTable,
  SessionWithVerdict,
  Store,
  StoreTransaction,
  VerdictTable,
  WebhookTable,
} from './ports/Store.js';
export type { Time } from './ports/Time.js';
export type { WebhookAnswer, WebhookPost, WebhookRequest } from './ports/WebhookPost.js';
export {
  comparePictures,
  type ComparedFace,
  type ComparePicturesOptions,
  type FaceComparison,
} from './references/comparePictures.js';
export { deleteReference, type DeleteReferenceOptions } from './references/deleteReference.js';
export {
  enrolReference,
  type EnrolledReference,
  type EnrolReferenceOptions,
} from './references/enrolReference.js';
export { enrolTemplate, type EnrolTemplateOptions } from './references/enrolTemplate.js';
export type { EnrolOptions } from './references/enrolFault.js';
export { openPlainTemplate } from './references/openPlainTemplate.js';
export { replaceReference } from './references/replaceReference.js';
export { revokeTemplate, type RevokeTemplateOptions } from './references/revokeTemplate.js';
export type { TurnedReference } from './references/TurnedReference.js';
export { readResult, type ReadResultOptions, type ResultReading } from './results/readResult.js';
export { retentionOf } from './retention/retentionOf.js';
export { expire, type Expired, type ExpireOptions } from './retention/expire.js';
export { admitSubject } from './subjects/admitSubject.js';
export { ensureSubject, type NamedSubject } from './subjects/ensureSubject.js';
export { pseudonymOf } from './subjects/pseudonymOf.js';
export type { ArchiveData } from './rights/archive/ArchiveData.js';
export { ArchiveDataSchema } from './rights/archive/ArchiveData.js';
export {
  exportArchive,
  type ExportArchiveOptions,
  type ExportedArchive,
} from './rights/archive/exportArchive.js';
export { closeRightsCase, type CloseRightsCaseOptions } from './rights/cases/closeRightsCase.js';
export { listRightsCases } from './rights/cases/listRightsCases.js';
export { openRightsCase, type OpenRightsCaseOptions } from './rights/cases/openRightsCase.js';
export { readRightsCase, type ReadRightsCaseOptions } from './rights/cases/readRightsCase.js';
export { workingDaysLeft } from './rights/cases/workingDaysLeft.js';
export { exportPortable, type ExportPortableOptions } from './rights/portable/exportPortable.js';
export {
  importPortable,
  type ImportPortableOptions,
  type PortableImport,
} from './rights/portable/importPortable.js';
export { type PortableDocument, PortableDocumentSchema } from './rights/portable/PortableDocument.js';
export { portableKey, type PortableKey } from './rights/portable/portableKey.js';
export { PORTABLE_LIMITS } from './rights/portable/portableLimits.js';
export { correctSubject, type CorrectSubjectOptions } from './rights/subjects/correctSubject.js';
export { liftRestriction } from './rights/subjects/liftRestriction.js';
export { restrictSubject } from './rights/subjects/restrictSubject.js';
export type { SubjectAct } from './rights/subjects/SubjectAct.js';
export { countKept, type KeptCounts } from './rights/subjects/countKept.js';
export { withdrawConsents } from './rights/subjects/withdrawConsents.js';
export { createLocalMasterKeys } from './sealing/createLocalMasterKeys.js';
export { openBytes } from './sealing/openBytes.js';
export { openDataKey } from './sealing/openDataKey.js';
export { rotateMasterKey, type RotateMasterKeyOptions } from './sealing/rotateMasterKey.js';
export { sealBytes } from './sealing/sealBytes.js';
export { beginPlan, type BeginPlanOptions } from './sessions/beginPlan.js';
export { completeSession, type CompleteSessionOptions } from './sessions/completeSession.js';
export { issueSession, type IssueSessionOptions } from './sessions/issueSession.js';
export { listSessions, type ListSessionsOptions, type SessionSummary } from './sessions/listSessions.js';
export { recordConsent, type RecordConsentOptions } from './sessions/recordConsent.js';
export { reportOutcome, type ReportOutcomeOptions } from './sessions/reportOutcome.js';
export { revealStep, type RevealStepOptions } from './sessions/revealStep.js';
export { viewSession, type ViewSessionOptions } from './sessions/viewSession.js';
export { createSigner, type SignerOptions } from './signing/createSigner.js';
export { createSigningKey } from './signing/createSigningKey.js';
export type { SigningAlgorithm } from './signing/signingAlgorithm.js';
export { judgeSession, type JudgeSessionOptions } from './verdicts/judgeSession.js';
export { deliverWebhook, type DeliverWebhookOptions } from './webhooks/deliverWebhook.js';
export { disableWebhook, type DisableWebhookOptions } from './webhooks/disableWebhook.js';
export { isAllowedTarget, type TargetAnswer, type TargetOptions } from './webhooks/isAllowedTarget.js';
export { listDeadWebhooks, type ListDeadWebhooksOptions } from './webhooks/listDeadWebhooks.js';
export { redeliverWebhook, type RedeliverWebhookOptions } from './webhooks/redeliverWebhook.js';
export { registerWebhook, type RegisterWebhookOptions } from './webhooks/registerWebhook.js';
export { webhookMessage, type WebhookMessageOptions } from './webhooks/webhookMessage.js';
