import { isHuotiError } from '@huoti/protocol';
import type { ServiceSettings } from './ServiceSettings.js';
import { toServerSettings } from './toServerSettings.js';
import { weaknessOf } from './weaknessOf.js';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** What the functions below HTTP have against the settings. */
function serverProblem(settings: ServiceSettings): string | null {
  try {
    toServerSettings(settings, settings.publicUrl ?? 'http://localhost');
    return null;
  } catch (error) {
    if (isHuotiError(error)) return error.message;
    throw error;
  }
}

/** Values that are right each by itself and wrong together. */
export function combinationProblems(settings: ServiceSettings): string[] {
  const { attempts, blobs, database, listen, policies, publicUrl, wechat } = settings;
  const problems: string[] = [];
  if (publicUrl === null && !isLoopback(listen.host))
    problems.push(
      'HUOTI_PUBLIC_URL: others can call this address, so say under which origin: proofs of possession are made for it',
    );
  if (publicUrl?.startsWith('http:') && !isLoopback(new URL(publicUrl).hostname))
    problems.push('HUOTI_PUBLIC_URL: must be https://: a face travels on it');
  const keySources = [settings.masterKeyFile, settings.masterKeys, settings.masterKeyModule];
  const keySourceCount = keySources.filter((source) => source !== null).length;
  if (keySourceCount > 1)
    problems.push('HUOTI_MASTER_KEY_FILE, HUOTI_MASTER_KEYS, HUOTI_MASTER_KEY_MODULE: set one of them');
  if (database.url !== null && keySourceCount === 0)
    problems.push(
      'HUOTI_MASTER_KEY_FILE: with DATABASE_URL several processes seal with the same key, so it is given: huoti-server master-key create FILE makes one',
    );
  if (database.url !== null && settings.signingKeyFile === null)
    problems.push(
      'HUOTI_SIGNING_KEY_FILE: with DATABASE_URL several processes sign with the same key, so it is given: huoti-server signing-key create FILE makes one',
    );
  if (database.url !== null && settings.auditKeyFile === null)
    problems.push(
      "HUOTI_AUDIT_KEY_FILE: with DATABASE_URL several processes sign the audit log's heads with the same key, so it is given: huoti-server signing-key create FILE makes one",
    );
  if (settings.auditKeyFile !== null && settings.auditKeyFile === settings.signingKeyFile)
    problems.push(
      'HUOTI_AUDIT_KEY_FILE: must not be HUOTI_SIGNING_KEY_FILE: a key that signs results must not vouch for the log; make another file',
    );
  if (blobs.kind === 'folder' && blobs.folder === null)
    problems.push('HUOTI_BLOB_FOLDER: HUOTI_BLOBS=folder needs it');
  if (blobs.kind === 's3' && blobs.bucket === null) problems.push('HUOTI_S3_BUCKET: HUOTI_BLOBS=s3 needs it');
  if ((wechat.appId === null) !== (wechat.appSecret === null))
    problems.push(
      'HUOTI_WECHAT_APP_ID, HUOTI_WECHAT_APP_SECRET: set both to have WeChat verify people, or neither; the secret belongs in a file (HUOTI_WECHAT_APP_SECRET_FILE)',
    );
  if (attempts.perDay < attempts.perHour)
    problems.push('HUOTI_ATTEMPTS_PER_DAY: must not be less than HUOTI_ATTEMPTS_PER_HOUR');
  const weakness = policies.default === undefined ? null : weaknessOf(policies.default);
  if (weakness !== null)
    problems.push(
      `HUOTI_POLICIES: default is what a session gets that names no policy, and ${weakness}; give it another name and allow that in HUOTI_ALLOWED_POLICIES`,
    );
  const ours = serverProblem(settings);
  if (ours !== null) problems.push(ours.replace(/^settings: privacy: /, 'HUOTI_PRIVACY (privacy): '));
  return problems;
}
