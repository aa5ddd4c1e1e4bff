import { versionInForce } from '@huoti/privacy';
import { HuotiError } from '@huoti/protocol';
import { unpromisedIn } from '../consent/unpromisedIn.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { signedPolicy } from './signedPolicy.js';
import type { ServerContext } from './ServerContext.js';

/**
 * Sessions that the privacy policy in force does not know can't be had anyway: better said at the start than to the first person.
 *
 * @throws HuotiError INVALID_ARGUMENT naming the policy
 */
function assertPromised({ settings, time }: Pick<ServerContext, 'settings' | 'time'>): void {
  const { version, terms } = versionInForce(settings.privacy, time.nowMs());
  for (const name of settings.allowedPolicies) {
    const allowed = settings.policies[name];
    const unpromised = allowed && unpromisedIn(terms, signedPolicy(settings, allowed));
    if (!unpromised) continue;
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `settings: allowedPolicies: "${name}" can't be had, since version "${version}" of the privacy policy, in force now, ${unpromised}: allow another, or publish a version that has it`,
    );
  }
}

/** The data key that all processes of a service share. */
const NONCE_KEY_ID = 'nonce-secret';

/**
 * Completes a context: reads the secret that DPoP nonces are made with, or makes it where there is none. It lies in the
 * store, wrapped like every data key, so that a nonce of one process is good at every other.
 *
 * @throws HuotiError BUSY where the store is away; INVALID_ARGUMENT for an allowed policy whose level or platform the privacy policy in
 * force does not have; INVALID_ARGUMENT, HOST_ERROR where its master key is not the one
 * @example const context = await createServerContext({ store, blobs, masterKeys, signer, time, random, settings });
 */
export async function createServerContext(parts: Omit<ServerContext, 'nonceSecret'>): Promise<ServerContext> {
  assertPromised(parts);
  const { store, masterKeys } = parts;
  const read = () => store.transaction((tx) => tx.dataKeys.get(NONCE_KEY_ID));
  let row = await read();
  if (!row) {
    const fresh = await createDataKey(parts, { id: NONCE_KEY_ID });
    // Another process may be starting at the same moment: whose row stands is read again.
    row = await store
      .transaction((tx) => tx.dataKeys.insert(fresh.row))
      .then(
        () => fresh.row,
        async (error: unknown) => {
          const others = await read();
          if (!others) throw error;
          return others;
        },
      );
  }
  return { ...parts, nonceSecret: await masterKeys.unwrap(row.wrapped, row.masterKeyId) };
}
