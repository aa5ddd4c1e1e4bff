import { createNotice, DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import type { ConsentRequest } from '@huoti/protocol';
import type { LoadLevel } from '../service/loadPolicies.js';

const made = new Map<LoadLevel, ConsentRequest>();

/** What a page sends for an adult who ticked every question of the notice that huoti comes with; made once, as a page makes it. */
export function consentTo(level: LoadLevel): ConsentRequest {
  const known = made.get(level);
  if (known !== undefined) return known;
  const language = 'zh-CN';
  const { policyVersion, textHash, inventoryHash, questions } = createNotice({
    deployment: DEFAULT_DEPLOYMENT,
    level,
    comparison: false,
    language,
    atMs: Date.now(),
  });
  const consent: ConsentRequest = {
    level,
    policyVersion,
    textHash,
    inventoryHash,
    language,
    choices: Object.fromEntries(questions.map(({ choice }) => [choice, true])),
    ageBand: 'adult',
  };
  made.set(level, consent);
  return consent;
}
