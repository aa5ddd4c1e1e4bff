import type { Deployment } from '../deployment/Deployment.js';
import { noticeFields } from '../notice/noticeFields.js';
import type { NoticeLanguage } from '../notice/noticeLanguages.js';
import { timeInWords } from '../notice/timeInWords.js';
import { NOTICE_WORDS } from '../notice/words/noticeWordsTable.js';
import { localDay } from '../time/localDay.js';
import { assessmentBlocks } from './assessmentBlocks.js';
import { htmlOf } from './blocks/htmlOf.js';
import { markdownOf } from './blocks/markdownOf.js';
import { FILING_THRESHOLD } from './filingState.js';
import { grouped } from './grouped.js';
import type { ImpactFacts } from './ImpactFacts.js';
import type { OpenPointId } from './openPointIds.js';
import { openPoints } from './openPoints.js';
import { versionNamed } from './versionNamed.js';
import { DOCUMENT_WORDS } from './words/documentWordsTable.js';

/** What {@link impactAssessment} takes. */
export interface ImpactAssessmentOptions {
  readonly deployment: Deployment;
  readonly language: NoticeLanguage;
  readonly facts: ImpactFacts;
  /** Name of a policy version. @default the last one: an assessment comes before what it assesses */
  readonly version?: string;
}

/** An assessment in two forms, and what its configuration leaves open. */
export interface ImpactAssessment {
  readonly markdown: string;
  /** One file without scripts, fonts or requests, for the screen and for A4. */
  readonly html: string;
  readonly open: readonly OpenPointId[];
}

const DAY_MS = 86_400_000;

/**
 * The impact assessment of a deployment (articles 55 and 56 of China's PIPL, article 9 of the facial recognition measures): what is processed and
 * why, where it goes, what may happen to people, what is done against it, what is left open. What only a person can judge stays empty.
 *
 * @throws HuotiError INVALID_ARGUMENT for a version that there is not
 * @example const { html } = impactAssessment({ deployment, language: 'zh-CN', facts: { atMs, storedPeople: 1200 } });
 */
export function impactAssessment({
  deployment,
  language,
  facts,
  version: name,
}: ImpactAssessmentOptions): ImpactAssessment {
  const version = versionNamed(deployment, name);
  const notice = NOTICE_WORDS[language];
  const { filingThreshold = FILING_THRESHOLD, storedPeople } = facts;
  const open = openPoints({ deployment, version, language, facts });
  const blocks = assessmentBlocks({
    deployment,
    version,
    facts,
    open,
    notice,
    words: DOCUMENT_WORDS[language],
    fields: {
      ...noticeFields({ deployment, version, language, words: notice }),
      today: new Date(localDay(facts.atMs, deployment) * DAY_MS).toISOString().slice(0, 10),
      people: grouped(storedPeople ?? 0),
      threshold: grouped(filingThreshold),
      cropTime: timeInWords(version.terms.retention['face-crop'], notice.time),
    },
  });
  const { direction } = notice;
  return { markdown: markdownOf(blocks), html: htmlOf({ blocks, language, direction }), open };
}
