import type { EvidenceLevel } from '../deployment/PolicyTerms.js';
import type { InventoryItem } from '../inventory/InventoryItem.js';
import { isMadeOnServer } from '../inventory/isMadeOnServer.js';
import { RETENTION_CLASSES, type RetentionClass } from '../retention/retentionClasses.js';
import type { PolicyVersion } from '../versions/PolicyVersion.js';
import { fill } from './fill.js';
import { NOTICE_SECTIONS, type Notice, type NoticeSectionId } from './Notice.js';
import { keptSentence } from './noticeFields.js';
import { timeInWords } from './timeInWords.js';
import type { NoticeWords } from './words/NoticeWords.js';

/** What {@link noticeSections} takes. */
export interface NoticeSectionsOptions {
  readonly version: PolicyVersion;
  readonly level: EvidenceLevel;
  readonly inventory: readonly InventoryItem[];
  readonly words: NoticeWords;
  readonly fields: Readonly<Record<string, string>>;
  /** Nobody was asked, so that there is no consent to take back. */
  readonly byLaw: boolean;
}

const isKept = (inventory: readonly InventoryItem[], kept: RetentionClass): boolean =>
  inventory.some((item) => item.kept === kept && item.keptMs !== null);

function itemSentence(item: InventoryItem, words: NoticeWords): string {
  const { what } = words;
  const { stays, sent, held } = what.where;
  const kept = item.keptMs === null ? what.notKept : keptSentence(item.keptMs, words);
  return fill(what.item, {
    ...what.items[item.id],
    permission: what.permission[item.permission],
    where: item.leaves ? (isMadeOnServer(item) ? held : sent) : stays,
    kept: item.leaves ? kept : '',
  }).trim();
}

function keepLines(
  times: Readonly<Record<RetentionClass, number>>,
  { inventory, words: { keep, time } }: NoticeSectionsOptions,
): string[] {
  return RETENTION_CLASSES.filter((kept) => isKept(inventory, kept)).map((kept) =>
    times[kept] === 0
      ? fill(keep.lineAtOnce, { name: keep.classes[kept] })
      : fill(keep.line, { name: keep.classes[kept], time: timeInWords(times[kept], time) }),
  );
}

/** The folded sections of a notice. */
export function noticeSections(options: NoticeSectionsOptions): Notice['sections'] {
  const { version, level, inventory, words, fields, byLaw } = options;
  const { retention, childRetention, ages, backupDays, platforms = [] } = version.terms;
  const { what, where, keep, rights, minors } = words;
  const { withdraw: _ofAConsent, ...others } = rights.each;
  const paragraphs: Readonly<Record<NoticeSectionId, readonly string[]>> = {
    who: words.who.paragraphs,
    what: [...what.paragraphs, ...inventory.map((item) => itemSentence(item, words)), ...what.never],
    effect: words.effect.paragraphs,
    where: [where.level[level], ...(platforms.length > 0 ? [where.platforms] : []), ...where.paragraphs],
    keep: [...keep.paragraphs, ...keepLines(retention, options), ...(backupDays > 0 ? [keep.backup] : [])],
    rights: [...rights.paragraphs, ...Object.values(byLaw ? others : rights.each), ...rights.after],
    minors: [
      ...minors.paragraphs,
      minors.teens[ages.teens],
      minors.children[ages.children],
      ...(ages.children === 'refuse' ? [] : keepLines(childRetention, options)),
    ],
    changes: words.changes.paragraphs,
    refusal: words.refusal.paragraphs,
    complaints: words.complaints.paragraphs,
  };
  return NOTICE_SECTIONS.map((id) => ({
    id,
    title: fill(words[id].title, fields),
    paragraphs: paragraphs[id].map((text) => fill(text, fields)),
  }));
}
