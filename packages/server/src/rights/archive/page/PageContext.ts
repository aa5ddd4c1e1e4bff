import type { NoticeLanguage } from '@huoti/privacy';
import type { ArchiveData } from '../ArchiveData.js';
import type { ArchiveKey } from '../words/en.js';

/** What every part of the page is drawn with. */
export interface PageContext {
  readonly data: ArchiveData;
  readonly language: NoticeLanguage;
  /** A text, its placeholders filled, escaped. */
  say(key: ArchiveKey, values?: Readonly<Record<string, string | number>>): string;
  /** The words of one of a family of keys; the name itself where there are none. Escaped. */
  named(family: string, name: string): string;
  /** A `time` element, in the operator's zone; a dash for nothing. */
  when(atMs: number | null): string;
}
