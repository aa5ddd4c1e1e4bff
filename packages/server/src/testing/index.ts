export { createManualTime, type ManualTime } from './createManualTime.js';
export { createMemoryBlobStore, type MemoryBlobStore } from './createMemoryBlobStore.js';
export { createMemoryStore, type MemoryStore } from './createMemoryStore.js';
export type { MemoryJob } from './MemoryJob.js';
export type { MemoryTables } from './createMemoryTables.js';
export { createTestContext, type TestContext, type TestContextOptions } from './createTestContext.js';
export { createTestMasterKeys } from './createTestMasterKeys.js';
export type { ContractExpectation, ContractRunner } from './contracts/ContractRunner.js';
export type { StoreHarness } from './contracts/StoreHarness.js';
export { storeContract } from './storeContract.js';
export {
  commitEvidence,
  TEST_ENGINE_VERSION,
  TEST_SESSION_ID,
  type CommitEvidenceOptions,
} from './evidence/commitEvidence.js';
export {
  createPictureFakes,
  FAKE_SKIN,
  type FakePicture,
  type PictureFakes,
} from './evidence/createPictureFakes.js';
export { playEvidence, type PlayedEvidence, type PlayEvidenceOptions } from './evidence/playEvidence.js';
export {
  createRecordedWeChat,
  weChatAnswer,
  type RecordedWeChat,
  type WeChatTurn,
} from './platform/createRecordedWeChat.js';
export {
  createPlatformBench,
  drivePlatform,
  TEST_IDENTITY,
  TEST_PLATFORM_BEGIN,
  WECHAT_DEPLOYMENT,
  type PlatformBench,
} from './platform/drivePlatform.js';
export { WECHAT_RECORDS, type WeChatRecord } from './platform/wechatRecords.js';
export { createTestConsent, type TestConsentOptions } from './createTestConsent.js';
export { createTestGuardian, type TestGuardianOptions } from './createTestGuardian.js';
export { deploymentOf, type TestVersion } from './deploymentOf.js';
export { createScriptedJudge, TEST_JUDGEMENT, type ScriptedJudge } from './createScriptedJudge.js';
export { createTestKey, type TestKey, type TestProofOptions } from './createTestKey.js';
export {
  driveSession,
  TEST_BEGIN,
  TEST_CONSENT,
  type DrivenSession,
  type DrivenUntil,
  type DriveSessionOptions,
} from './driveSession.js';
export { blobStoreContract, type BlobStoreHarness, type BlobStorePromise } from './blobStoreContract.js';
export { masterKeysContract, type MasterKeysHarness } from './masterKeysContract.js';
export {
  aConsent,
  aDelivery,
  aPart,
  aReference,
  aSession,
  aVerdict,
  idOf,
  NOON,
} from './contracts/contractRows.js';
export { aDeletion, aGuardianConsent, aRightsCase, aSubject } from './contracts/privacyRows.js';
export { readAuditLog } from './readAuditLog.js';
export { turnedReference } from './turnedReference.js';
export { keepPerson, type KeepPersonOptions, type KeptSession } from './privacy/keepPerson.js';
