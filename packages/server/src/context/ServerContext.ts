import type { AuditHeadRow } from '../ports/privacy/AuditHeadRow.js';
import type { BlobStore } from '../ports/BlobStore.js';
import type { MasterKeys } from '../ports/MasterKeys.js';
import type { SecureRandom } from '../ports/SecureRandom.js';
import type { Signer } from '../ports/Signer.js';
import type { Store } from '../ports/Store.js';
import type { Time } from '../ports/Time.js';
import type { ServerSettings } from './ServerSettings.js';

/** What every function of this package works with. It holds no state of its own: any number of processes may have one each. */
export interface ServerContext {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly masterKeys: MasterKeys;
  readonly signer: Signer;
  /** Signs heads of the audit chain, with a key of its own that the database can't read. */
  readonly auditSigner: Signer;
  /** Told of each signed head, to write it where whoever owns the database can't reach: the process log. @default nobody is */
  readonly onAuditHead?: (head: AuditHeadRow) => void;
  readonly time: Time;
  readonly random: SecureRandom;
  readonly settings: ServerSettings;
  /** 32 bytes that all processes of one service share; DPoP nonces are made with it. See `createServerContext`. */
  readonly nonceSecret: Uint8Array;
}
