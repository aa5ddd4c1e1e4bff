import {
  createNotice,
  type Deployment,
  type EvidenceLevel,
  NOTICE_LANGUAGES,
  type Notice,
  type NoticeLanguage,
} from '@huoti/privacy';
import { isHuotiError } from '@huoti/protocol';

/** What a receipt says of the text that was agreed to. */
export interface AgreedText {
  readonly policyVersion: string;
  readonly level: EvidenceLevel;
  readonly language: string;
  readonly textHash: string;
}

const isLanguage = (text: string): text is NoticeLanguage => NOTICE_LANGUAGES.some((one) => one === text);

/**
 * The text that a receipt is of, made again from the deployment; `null` where it comes out different, or not at all: the operator's file no
 * longer has that version, or says other things of it. A text that only resembles what was agreed to is not shown as such.
 */
export function noticeOf(
  deployment: Deployment,
  { policyVersion, level, language, textHash }: AgreedText,
  atMs: number,
): Notice | null {
  if (!isLanguage(language)) return null;
  for (const comparison of [false, true]) {
    try {
      const notice = createNotice({ deployment, version: policyVersion, level, comparison, language, atMs });
      if (notice.textHash === textHash) return notice;
    } catch (error) {
      if (!isHuotiError(error, 'INVALID_ARGUMENT')) throw error;
    }
  }
  return null;
}
