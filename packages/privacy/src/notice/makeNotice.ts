import { HuotiError } from '@huoti/protocol';
import { requiredChoices } from '../consent/requiredChoices.js';
import type { Deployment } from '../deployment/Deployment.js';
import type { EvidenceLevel } from '../deployment/PolicyTerms.js';
import { sha256Hex } from '../hash/sha256Hex.js';
import { inventoryHash } from '../inventory/inventoryHash.js';
import { inventoryOf } from '../inventory/inventoryOf.js';
import type { PolicyVersion } from '../versions/PolicyVersion.js';
import { versionInForce } from '../versions/versionInForce.js';
import { fill } from './fill.js';
import type { Notice } from './Notice.js';
import { noticeFields } from './noticeFields.js';
import type { NoticeLanguage } from './noticeLanguages.js';
import { noticeSections } from './noticeSections.js';
import type { NoticeWords } from './words/NoticeWords.js';

/** What a notice is made of, in whatever language. */
export interface NoticeOptions {
  readonly deployment: Deployment;
  /** Name of a version. @default the one in force at `atMs` */
  readonly version?: string;
  readonly level: EvidenceLevel;
  /** Whether the face is compared with an enrolled one. */
  readonly comparison: boolean;
  /** ms since 1970. */
  readonly atMs: number;
  /** A ground in law stands in the consent's place: nothing is asked, and nothing is said of taking a consent back. @default false */
  readonly byLaw?: boolean;
}

/** What {@link makeNotice} takes. */
export interface MakeNoticeOptions extends NoticeOptions {
  readonly language: NoticeLanguage;
  readonly words: NoticeWords;
}

function versionOf({ deployment, version, level, comparison, atMs }: NoticeOptions): PolicyVersion {
  const found =
    version === undefined
      ? versionInForce(deployment, atMs)
      : deployment.versions.find((other) => other.version === version);
  if (found === undefined) {
    throw new HuotiError('INVALID_ARGUMENT', `version: the deployment has no policy version ${version}`);
  }
  const { levels, purposes } = found.terms;
  if (!levels.includes(level)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `level: policy version ${found.version} has no level ${level}, only ${levels.join(', ')}`,
    );
  }
  if (comparison && !purposes.includes('comparison')) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `comparison: policy version ${found.version} does not name it among its purposes`,
    );
  }
  return found;
}

/** `createNotice` with the words handed in, for bundles that carry some languages only. */
export function makeNotice({ language, words, ...options }: MakeNoticeOptions): Notice {
  const { deployment, level, comparison, byLaw = false } = options;
  const version = versionOf(options);
  const inventory = inventoryOf(version.terms, { level, comparison });
  const fields = noticeFields({ deployment, version, language, words });
  const say = (text: string): string => fill(text, fields);

  const title = say(words.title);
  const { purpose, level: levelWords, comparison: comparing, refusal, withdrawal } = words.summary;
  const compared = comparison ? [comparing] : [];
  const takenBack = byLaw ? [] : [withdrawal];
  const summary = [purpose, levelWords[level], ...compared, refusal, ...takenBack].map(say);
  const sections = noticeSections({ version, level, inventory, words, fields, byLaw });
  const questions = (byLaw ? [] : requiredChoices({ level, comparison })).map((choice) => ({
    choice,
    text: say(words.questions[choice]),
  }));
  const text = [
    title,
    ...summary,
    // Not `flatMap`: phones of 2018 lack it, and a person there is asked, too.
    ...sections.map((section) => [section.title, ...section.paragraphs].join('\n')),
    ...questions.map((question) => question.text),
  ].join('\n');
  return {
    language,
    direction: words.direction,
    level,
    policyVersion: version.version,
    title,
    summary,
    sections,
    questions,
    text,
    textHash: sha256Hex(text),
    inventoryHash: inventoryHash(inventory),
  };
}
