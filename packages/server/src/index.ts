export type { Answer, Refused } from './answers/Answer.js';
export type { Refusal } from './answers/Refusal.js';
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
export type { Judgement } from './judge/Judgement.js';
export type { BlobStore } from './ports/BlobStore.js';
export type { FaceReader, FaceReading } from './ports/FaceReader.js';
export type { Judge, JudgeRequest } from './ports/Judge.js';
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
export type { Signer } from './ports/Signer.js';
export type {
  ApiKeyTable,
  AttemptTable,
  AuditTable,
  ConsentTable,
  DataKeyTable,
  Jobs,
  JobTable,
  OperatorTable,
  PartTable,
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
export { createLocalMasterKeys } from './sealing/createLocalMasterKeys.js';
export { openBytes } from './sealing/openBytes.js';
export { sealBytes } from './sealing/sealBytes.js';
export { createSigner, type SignerOptions } from './signing/createSigner.js';
export { createSigningKey } from './signing/createSigningKey.js';
export type { SigningAlgorithm } from './signing/signingAlgorithm.js';
