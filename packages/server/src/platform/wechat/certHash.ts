import { createHash } from 'node:crypto';
import type { PlatformIdentity } from '@huoti/protocol';

/** A mainland identity card: the one document that the interface takes (`api_getverifyid`, Body.cert_info). */
export const CERT_TYPE = 'IDENTITY_CARD';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * `cert_hash` of WeChat's interface: SHA-256 over the three fields in base64, joined in this order (developers.weixin.qq.com,
 * cityservice/face2/api_getfaceidentifyimage, note 3, whose example the test repeats).
 */
export function certHash({ name, idNumber }: Pick<PlatformIdentity, 'name' | 'idNumber'>): string {
  const joined = `cert_type=${base64(CERT_TYPE)}&cert_name=${base64(name)}&cert_no=${base64(idNumber)}`;
  return createHash('sha256').update(joined, 'ascii').digest('hex');
}
