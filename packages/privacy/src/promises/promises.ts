import { PRIVATE_DEPLOYMENT } from './each/privateDeployment.js';
import { NO_START_BY_ITSELF } from './each/noStartByItself.js';
import { NOTHING_STAYS } from './each/nothingStays.js';
import { NO_BEHAVIOUR } from './each/noBehaviour.js';
import { FACE_ONLY } from './each/faceOnly.js';
import { OPEN_FACTS_ONLY } from './each/openFactsOnly.js';
import { REFUSAL } from './each/refusal.js';
import { NOTICE } from './each/notice.js';
import { RECEIPTS } from './each/receipts.js';
import { RIGHTS } from './each/rights.js';
import { LEGAL_GROUNDS } from './each/legalGrounds.js';
import { MINORS } from './each/minors.js';
import { POLICY_UPDATES } from './each/policyUpdates.js';
import { RETENTION } from './each/retention.js';
import { ON_DEVICE } from './each/onDevice.js';
import { PLATFORM_RULE } from './each/platformRule.js';
import { AUDIT_LOG } from './each/auditLog.js';
import { TEMPLATES } from './each/templates.js';
import { NOBODYS_NAME } from './each/nobodysName.js';
import type { PolicyPromise } from './PolicyPromise.js';

/** What the policy promises, promise by promise, in its order: `docs/privacy.md` is generated from it. */
export const PROMISES: readonly PolicyPromise[] = [
  PRIVATE_DEPLOYMENT,
  NO_START_BY_ITSELF,
  NOTHING_STAYS,
  NO_BEHAVIOUR,
  FACE_ONLY,
  OPEN_FACTS_ONLY,
  REFUSAL,
  NOTICE,
  RECEIPTS,
  RIGHTS,
  LEGAL_GROUNDS,
  MINORS,
  POLICY_UPDATES,
  RETENTION,
  ON_DEVICE,
  PLATFORM_RULE,
  AUDIT_LOG,
  TEMPLATES,
  NOBODYS_NAME,
];
