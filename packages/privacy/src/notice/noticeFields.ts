import type { Deployment } from '../deployment/Deployment.js';
import { localDay } from '../time/localDay.js';
import { effectiveAtMs } from '../versions/effectiveAtMs.js';
import type { PolicyVersion } from '../versions/PolicyVersion.js';
import { fill } from './fill.js';
import { timeInWords } from './timeInWords.js';
import type { NoticeLanguage } from './noticeLanguages.js';
import type { NoticeWords } from './words/NoticeWords.js';

const DAY_MS = 86_400_000;

/** What {@link noticeFields} takes. */
export interface NoticeFieldsOptions {
  readonly deployment: Deployment;
  readonly version: PolicyVersion;
  readonly language: NoticeLanguage;
  readonly words: NoticeWords;
}

/** How long something is kept, as a sentence. */
export function keptSentence(ms: number, { what: { kept, keptAtOnce }, time }: NoticeWords): string {
  return ms === 0 ? keptAtOnce : fill(kept, { time: timeInWords(ms, time) });
}

/** `YYYY-MM-DD` of the day from which a version is in force. */
const dateOf = (version: PolicyVersion, deployment: Deployment): string =>
  new Date(localDay(effectiveAtMs(version, deployment), deployment) * DAY_MS).toISOString().slice(0, 10);

/**
 * What stands in the place of the names in braces, the same in the whole notice. Between words that run from right to left what is not ours
 * stands in an isolate (Unicode UAX 9, FSI and PDI), so that neither turns the other.
 */
export function noticeFields({
  deployment,
  version,
  language,
  words,
}: NoticeFieldsOptions): Readonly<Record<string, string>> {
  const { operator, alternative, timeZone } = deployment;
  const { retention, backupDays, answerWithinWorkingDays } = version.terms;
  const own = (text: string): string => (words.direction === 'rtl' ? `\u2068${text}\u2069` : text);
  const operatorField = { operator: own(operator.name) };
  const ownWay = alternative[language];
  return {
    ...operatorField,
    contact: own(operator.contact),
    alternative: ownWay === undefined ? fill(words.anotherWay, operatorField) : own(ownWay),
    days: words.workingDays(answerWithinWorkingDays),
    backup: timeInWords(backupDays * DAY_MS, words.time),
    traceKept: keptSentence(retention['evidence-trace'], words),
    cropKept: keptSentence(retention['face-crop'], words),
    version: own(version.version),
    date: own(dateOf(version, deployment)),
    zone: own(timeZone),
  };
}
