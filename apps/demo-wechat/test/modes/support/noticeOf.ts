import { createNotice } from '@huoti/privacy';
import type { ConsentRequest } from '@huoti/protocol';
import { readDeployment } from '../../../scripts/package/readDeployment.mjs';

/** What a consent names the notice by, made anew from the deployment, as the service does it. */
export function noticeOf(
  language: 'zh-CN' | 'en',
): Pick<ConsentRequest, 'level' | 'policyVersion' | 'textHash' | 'inventoryHash' | 'language'> {
  const { level, policyVersion, textHash, inventoryHash } = createNotice({
    deployment: readDeployment(),
    level: 'none',
    comparison: false,
    language,
    atMs: Date.now(),
  });
  return { level, policyVersion, textHash, inventoryHash, language };
}
