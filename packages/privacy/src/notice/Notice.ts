import type { ConsentChoice } from '@huoti/protocol';
import type { EvidenceLevel } from '../deployment/PolicyTerms.js';
import type { NoticeLanguage } from './noticeLanguages.js';

/** The folded sections of a notice, in order. */
export const NOTICE_SECTIONS = [
  'who',
  'what',
  'effect',
  'where',
  'keep',
  'rights',
  'minors',
  'changes',
  'refusal',
  'complaints',
] as const;
/** One of {@link NOTICE_SECTIONS}. */
export type NoticeSectionId = (typeof NOTICE_SECTIONS)[number];

/** What is shown to a person before anything happens. */
export interface Notice {
  readonly language: NoticeLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly level: EvidenceLevel;
  readonly policyVersion: string;
  readonly title: string;
  /** The few sentences that everybody reads. */
  readonly summary: readonly string[];
  /** The whole, folded away below. */
  readonly sections: readonly {
    readonly id: NoticeSectionId;
    readonly title: string;
    readonly paragraphs: readonly string[];
  }[];
  /** What is asked, each by itself, in this order. All of them have to be agreed to, or nothing happens. */
  readonly questions: readonly { readonly choice: ConsentChoice; readonly text: string }[];
  /** All of the above as one text, the one that `textHash` is of. */
  readonly text: string;
  /** SHA-256 of `text` in UTF-8, lower-case hex. */
  readonly textHash: string;
  /** SHA-256 of the inventory in canonical JSON. */
  readonly inventoryHash: string;
}
