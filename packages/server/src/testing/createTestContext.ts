import { createSeededRandom } from '@huoti/core/testing';
import type { JWK } from 'jose';
import { createServerContext } from '../context/createServerContext.js';
import { createServerSettings, type ServerSettingsInput } from '../context/createServerSettings.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { MasterKeys } from '../ports/MasterKeys.js';
import type { Store } from '../ports/Store.js';
import { createSigner } from '../signing/createSigner.js';
import { createSigningKey } from '../signing/createSigningKey.js';
import { createManualTime, type ManualTime } from './createManualTime.js';
import { createMemoryBlobStore, type MemoryBlobStore } from './createMemoryBlobStore.js';
import { createMemoryStore, type MemoryStore } from './createMemoryStore.js';
import { createTestMasterKeys } from './createTestMasterKeys.js';

/** A context whose parts a test can reach into. */
export interface TestContext extends ServerContext {
  readonly store: MemoryStore;
  readonly blobs: MemoryBlobStore;
  readonly time: ManualTime;
}

/** What {@link createTestContext} takes; everything has a default. */
export interface TestContextOptions {
  /** @default all built-in policies are allowed */
  settings?: Partial<ServerSettingsInput>;
  /** @default 2026-01-15 12:00 UTC */
  startMs?: number;
  /** @default 1 */
  seed?: number;
  masterKeys?: MasterKeys;
  /** Private keys that sign. @default a new one of P-256 */
  signingKeys?: readonly JWK[];
}

/**
 * A whole server in memory: real signatures, real sealing, a clock that a test moves, randomness that repeats itself.
 *
 * @example
 * const context = await createTestContext();
 * const issued = await issueSession(context, { clientId: 'bank', request: {} });
 */
export async function createTestContext({
  settings,
  startMs,
  seed = 1,
  masterKeys,
  signingKeys,
}: TestContextOptions = {}): Promise<TestContext> {
  const random = createSeededRandom(seed);
  const time = createManualTime(startMs === undefined ? {} : { startMs });
  const store = createMemoryStore();
  const blobs = createMemoryBlobStore({ time });
  const checked = createServerSettings({
    issuer: 'https://huoti.example',
    allowedPolicies: ['default', 'no-light', 'trace', 'device-only'],
    ...settings,
  });
  const context = await createServerContext({
    store: store satisfies Store,
    blobs,
    time,
    random,
    settings: checked,
    masterKeys: masterKeys ?? createTestMasterKeys({ random }),
    signer: await createSigner({
      issuer: checked.issuer,
      keys: signingKeys ?? [await createSigningKey()],
    }),
    auditSigner: await createSigner({
      issuer: checked.issuer,
      keys: [await createSigningKey()],
      use: 'audit',
    }),
  });
  return { ...context, store, blobs, time };
}
