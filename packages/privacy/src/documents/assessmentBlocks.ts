import { requiredChoices } from '../consent/requiredChoices.js';
import type { Deployment } from '../deployment/Deployment.js';
import { EVIDENCE_LEVELS } from '../deployment/PolicyTerms.js';
import type { InventoryItem } from '../inventory/InventoryItem.js';
import { isMadeOnServer } from '../inventory/isMadeOnServer.js';
import { inventoryOf } from '../inventory/inventoryOf.js';
import { fill } from '../notice/fill.js';
import { timeInWords } from '../notice/timeInWords.js';
import type { NoticeWords } from '../notice/words/NoticeWords.js';
import type { PolicyVersion } from '../versions/PolicyVersion.js';
import type { Block } from './blocks/Block.js';
import type { ImpactFacts } from './ImpactFacts.js';
import type { OpenPointId } from './openPointIds.js';
import { filingState } from './filingState.js';
import { grouped } from './grouped.js';
import { risksOf } from './risksOf.js';
import { wholeInventory } from './wholeInventory.js';
import type { DocumentWords } from './words/DocumentWords.js';

/** What {@link assessmentBlocks} takes. */
export interface AssessmentBlocksOptions {
  readonly deployment: Deployment;
  readonly version: PolicyVersion;
  readonly facts: ImpactFacts;
  readonly open: readonly OpenPointId[];
  readonly notice: NoticeWords;
  readonly words: DocumentWords;
  /** Of the notice, with those of the document. */
  readonly fields: Readonly<Record<string, string>>;
}

/** In a cell that has nothing to say. */
const NOTHING = '–';

function timeOf(ms: number | null, { notice, words: { assessment } }: AssessmentBlocksOptions): string {
  if (ms === null) return assessment.notKept;
  return ms === 0 ? assessment.atOnce : timeInWords(ms, notice.time);
}

function dataRow(item: InventoryItem, options: AssessmentBlocksOptions): readonly string[] {
  const { notice, words, fields } = options;
  const { stays, held, sentFrom } = words.assessment;
  const { name, what, why } = notice.what.items[item.id];
  const child = item.childKeptMs === null || item.childKeptMs === item.keptMs ? [] : [item.childKeptMs];
  const times = item.leaves ? [item.keptMs, ...child].map((ms) => timeOf(ms, options)) : [];
  return [
    name,
    fill(what, fields),
    fill(why, fields),
    notice.what.permission[item.permission],
    item.leavesAt === 'never' ? stays : isMadeOnServer(item) ? held : sentFrom[item.leavesAt],
    times.length === 2 ? `${times[0]} (<14: ${times[1]})` : (times[0] ?? NOTHING),
  ];
}

function factRows({
  deployment,
  version: { terms },
  facts: { hosts, legalGrounds = [], storedPeople = null },
  notice,
  words,
  fields,
}: AssessmentBlocksOptions): readonly (readonly [string, string])[] {
  const { comma, none, assessment } = words;
  const { facts: label, unknown } = assessment;
  const all = Object.values(words.hosts);
  const field = (name: string): string => fields[name] ?? '';
  return [
    [label.operator, deployment.operator.name],
    [label.contact, deployment.operator.contact],
    [label.date, field('today')],
    [label.version, field('version')],
    [label.inForce, field('date')],
    [label.purposes, terms.purposes.map((purpose) => words.purposes[purpose]).join(comma)],
    [
      label.levels,
      EVIDENCE_LEVELS.filter((level) => terms.levels.includes(level))
        .map((level) => words.levels[level])
        .join(comma),
    ],
    [label.hosts, (hosts === undefined ? all : hosts.map((host) => words.hosts[host])).join(comma)],
    [
      label.grounds,
      legalGrounds.length === 0 ? none : legalGrounds.map((ground) => words.grounds[ground]).join(comma),
    ],
    [label.people, storedPeople === null ? unknown : grouped(storedPeople)],
    [label.alternative, field('alternative')],
    [label.answer, field('days')],
    [label.backups, terms.backupDays === 0 ? notice.time.days(0) : field('backup')],
  ];
}

function levelRows({
  version: { terms },
  notice,
  words,
  fields,
}: AssessmentBlocksOptions): readonly (readonly string[])[] {
  const comparison = terms.purposes.includes('comparison');
  return EVIDENCE_LEVELS.filter((level) => terms.levels.includes(level)).map((level) => [
    words.levels[level],
    inventoryOf(terms, { level, comparison })
      .filter((item) => item.leaves && !isMadeOnServer(item))
      .map(({ id }) => notice.what.items[id].name)
      .join(words.comma),
    requiredChoices({ level, comparison })
      .map((choice) => fill(notice.questions[choice], fields))
      .join(words.space),
  ]);
}

function minorsLines({
  version: { terms },
  words: { assessment },
}: AssessmentBlocksOptions): readonly string[] {
  const { minors } = assessment;
  const { teens, children } = terms.ages;
  if (teens === 'refuse' && children === 'refuse') return [minors.refused];
  if (children === 'refuse') return [minors['with-guardian']];
  return [minors.children];
}

/** The whole document, in the order in which it is read. */
export function assessmentBlocks(options: AssessmentBlocksOptions): readonly Block[] {
  const { version, facts, open, notice, words, fields } = options;
  const { assessment } = words;
  const { headings } = assessment;
  const say = (text: string): string => fill(text, fields);
  const heading = (name: keyof typeof headings): Block => ({ kind: 'heading', text: headings[name] });
  const risks = risksOf(version.terms).map(({ id, severity }) => {
    const { risk, harm, measure } = assessment.risks[id];
    return [risk, harm, assessment.severity[severity], measure, ''];
  });
  const inventory = wholeInventory(version.terms, facts.hosts);
  const { rule, ...filing } = assessment.filing;
  return [
    { kind: 'title', text: say(assessment.title) },
    { kind: 'paragraph', text: assessment.intro },
    { kind: 'paragraph', text: assessment.basis },
    heading('facts'),
    { kind: 'facts', rows: factRows(options) },
    ...(open.length === 0
      ? []
      : [heading('open'), { kind: 'checks', items: open.map((id) => say(assessment.open[id])) } as const]),
    heading('data'),
    { kind: 'paragraph', text: assessment.dataIntro },
    { kind: 'table', head: assessment.dataColumns, rows: inventory.map((item) => dataRow(item, options)) },
    { kind: 'list', items: notice.what.never },
    heading('levels'),
    { kind: 'table', head: assessment.levelColumns, rows: levelRows(options) },
    heading('necessity'),
    { kind: 'paragraph', text: assessment.judgement },
    { kind: 'checks', items: assessment.necessity },
    heading('risks'),
    { kind: 'paragraph', text: notice.effect.paragraphs[1] ?? '' },
    { kind: 'table', head: assessment.riskColumns, rows: risks },
    heading('measures'),
    { kind: 'list', items: assessment.measures },
    heading('rights'),
    { kind: 'paragraph', text: say(assessment.rights) },
    heading('minors'),
    { kind: 'list', items: minorsLines(options) },
    heading('filing'),
    { kind: 'paragraph', text: say(rule) },
    { kind: 'paragraph', text: say(filing[filingState(facts)]) },
    heading('conclusion'),
    { kind: 'paragraph', text: assessment.judgement },
    { kind: 'checks', items: assessment.conclusion },
    { kind: 'paragraph', text: assessment.keep },
    { kind: 'blanks', labels: assessment.blanks },
  ];
}
