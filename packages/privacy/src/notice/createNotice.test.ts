import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turned } from '../../test/turned.js';
import { requiredChoices } from '../consent/requiredChoices.js';
import { DEFAULT_DEPLOYMENT } from '../deployment/defaultDeployment.js';
import type { Deployment } from '../deployment/Deployment.js';
import { EVIDENCE_LEVELS, type PolicyTerms } from '../deployment/PolicyTerms.js';
import { sha256Hex } from '../hash/sha256Hex.js';
import { DATA_ITEM_IDS } from '../inventory/dataItemIds.js';
import { inventoryHash } from '../inventory/inventoryHash.js';
import { inventoryOf } from '../inventory/inventoryOf.js';
import { RETENTION_CLASSES } from '../retention/retentionClasses.js';
import { createNotice, type CreateNoticeOptions } from './createNotice.js';
import { NOTICE_SECTIONS } from './Notice.js';
import { NOTICE_LANGUAGES, type NoticeLanguage } from './noticeLanguages.js';
import { timeInWords } from './timeInWords.js';
import { NOTICE_WORDS } from './words/noticeWordsTable.js';

const DAY_MS = 86_400_000;
const atMs = Date.UTC(2026, 10, 27);
const first = DEFAULT_DEPLOYMENT.versions[0]!;
/** Every notice that there is of one deployment. */
const EVERY = NOTICE_LANGUAGES.flatMap((language) =>
  EVIDENCE_LEVELS.flatMap((level) => [false, true].map((comparison) => ({ language, level, comparison }))),
);

/** An operator of its own, so that no field is left to be filled; each class is kept for a time that no other is. */
function deploymentOf(changes: Partial<PolicyTerms> = {}, rest: Partial<Deployment> = {}): Deployment {
  const days = (from: number) =>
    Object.fromEntries(
      RETENTION_CLASSES.map((kept, index) => [kept, (from + index) * DAY_MS]),
    ) as PolicyTerms['retention'];
  const terms = { ...first.terms, retention: days(21), childRetention: days(11), ...changes };
  return {
    ...DEFAULT_DEPLOYMENT,
    operator: { name: 'Example Bank', contact: 'privacy@bank.example' },
    versions: [{ ...first, terms }],
    ...rest,
  };
}
const noticeOf = ({
  deployment = deploymentOf(),
  level = 'frames',
  comparison = true,
  language = 'en',
  ...rest
}: Partial<CreateNoticeOptions> = {}) =>
  createNotice({ deployment, level, comparison, language, atMs, ...rest });

describe('a notice and its inventory', () => {
  it('every item in force stands in the text by name, content and reason, and no other item does', () => {
    for (const { language, level, comparison } of EVERY) {
      for (const minors of [false, true]) {
        const rule = minors ? 'with-guardian' : 'refuse';
        const deployment = deploymentOf({ ages: { teens: rule, children: rule } });
        const { sections, inventoryHash: hash } = noticeOf({ deployment, level, comparison, language });
        const what = sections.find(({ id }) => id === 'what')!.paragraphs;
        const inForce = inventoryOf(deployment.versions[0]!.terms, { level, comparison });
        expect(hash).toBe(inventoryHash(inForce));
        for (const id of DATA_ITEM_IDS) {
          const { name, what: is, why } = NOTICE_WORDS[language].what.items[id];
          const says = what.filter((paragraph) => {
            const plain = paragraph.replace(/[\u2068\u2069]/g, '');
            const own = (text: string): string => text.replace(/\{operator\}/g, 'Example Bank');
            return plain.startsWith(name) && plain.includes(own(is)) && plain.includes(own(why));
          });
          expect(says).toHaveLength(inForce.some((item) => item.id === id) ? 1 : 0);
        }
        const { paragraphs: around, never } = NOTICE_WORDS[language].what;
        expect(what).toHaveLength(inForce.length + around.length + never.length);
      }
    }
  });

  it('says of each item whether it leaves the device, and how long it is kept', () => {
    const { sections } = noticeOf({ level: 'trace', comparison: false });
    const said = (name: string): string =>
      sections.find(({ id }) => id === 'what')!.paragraphs.find((text) => text.startsWith(`${name}:`))!;
    expect(said('The camera picture')).toMatch(/Permission: camera\. Where: it stays on your device .*\.$/);
    expect(said('Points on your face')).toMatch(
      /sent to the server of Example Bank\. Kept for 22 days, then deleted/,
    );
    expect(said('Your browser or app')).toMatch(/Permission: none\. Where: it is sent .* Kept for 23 days/);
    expect(said('Your network address')).toMatch(/Not kept\.$/);
  });

  it('has each time of retention that applies, and the children’s where they are let in', () => {
    for (const language of NOTICE_LANGUAGES) {
      const open = deploymentOf({ ages: { teens: 'with-guardian', children: 'with-guardian' } });
      const { sections, text } = noticeOf({ deployment: open, language });
      const { time, keep } = NOTICE_WORDS[language];
      const { retention, childRetention } = open.versions[0]!.terms;
      const linesOf = (id: string) => sections.find((section) => section.id === id)!.paragraphs;
      for (const kept of RETENTION_CLASSES) {
        const line = (ms: number) =>
          keep.line.replace('{name}', keep.classes[kept]).replace('{time}', timeInWords(ms, time));
        expect(linesOf('keep')).toContain(line(retention[kept]));
        expect(linesOf('minors')).toContain(line(childRetention[kept]));
      }
      expect(noticeOf({ language }).text).not.toContain(timeInWords(childRetention['evidence-trace'], time));
      expect(text).toContain(timeInWords(30 * DAY_MS, time));
    }
  });

  it('says of what is not kept past the result that it is deleted at once', () => {
    const retention = { ...first.terms.retention, 'face-crop': 0 };
    for (const language of NOTICE_LANGUAGES) {
      const { summary, text } = noticeOf({ deployment: deploymentOf({ retention }), language });
      expect(summary.join(' ')).toContain(NOTICE_WORDS[language].what.keptAtOnce);
      expect(text).not.toMatch(/(^|\D)0 ?(days?|天|日|일|يوم)/);
    }
  });
});

describe('a notice', () => {
  it('has every section, and no field that was not filled', () => {
    for (const { language, level, comparison } of EVERY) {
      const { text, sections, direction, questions } = noticeOf({ language, level, comparison });
      expect(sections.map(({ id }) => id)).toEqual([...NOTICE_SECTIONS]);
      for (const { title, paragraphs } of sections) {
        expect(title).not.toBe('');
        expect(paragraphs.length).toBeGreaterThan(0);
      }
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(questions.map(({ choice }) => choice)).toEqual([...requiredChoices({ level, comparison })]);
    }
  });

  it('asks nothing where a law stands in the consent’s place, and tells of no consent to take back', () => {
    for (const language of NOTICE_LANGUAGES) {
      const words = NOTICE_WORDS[language];
      const [asked, byLaw] = [noticeOf({ language }), noticeOf({ language, byLaw: true })];
      expect(asked.text).toContain(words.rights.each.withdraw);
      expect(byLaw.text).not.toContain(words.rights.each.withdraw);
      expect(byLaw.questions).toEqual([]);
      expect(byLaw.summary).toEqual(asked.summary.slice(0, -1));
      // Whoever wants another way still has it.
      expect(byLaw.sections.map(({ id }) => id)).toContain('refusal');
      expect(byLaw.inventoryHash).toBe(asked.inventoryHash);
      expect(byLaw.textHash).not.toBe(asked.textHash);
    }
  });

  it('is all that stands on the screen, and its hash is of that text', () => {
    const { title, summary, sections, questions, text, textHash } = noticeOf();
    const parts = [
      title,
      ...summary,
      ...sections.flatMap((section) => [section.title, ...section.paragraphs]),
      ...questions.map((question) => question.text),
    ];
    expect(text).toBe(parts.join('\n'));
    expect(textHash).toBe(sha256Hex(text));
  });

  it('is the same text of the same deployment, in whatever order its keys stand', () => {
    for (const { language, level, comparison } of EVERY) {
      const deployment = deploymentOf();
      const one = noticeOf({ deployment, language, level, comparison });
      const other = noticeOf({ deployment: turned(deployment), language, level, comparison });
      expect(other).toEqual(one);
    }
  });

  it('differs between languages, levels and with a comparison', () => {
    const hashes = EVERY.map((options) => noticeOf(options).textHash);
    expect(new Set(hashes).size).toBe(EVERY.length);
  });

  it.each<[string, Deployment]>([
    [
      'the operator’s name',
      deploymentOf({}, { operator: { name: 'Other', contact: 'privacy@bank.example' } }),
    ],
    ['the contact', deploymentOf({}, { operator: { name: 'Example Bank', contact: 'other@bank.example' } })],
    ['the zone', deploymentOf({}, { timeZone: 'Asia/Singapore' })],
    ['the other way', deploymentOf({}, { alternative: { en: 'a visit to the branch' } })],
    ['the days to answer', deploymentOf({ answerWithinWorkingDays: 10 })],
    ['the days of backups', deploymentOf({ backupDays: 7 })],
    ['who may be how old', deploymentOf({ ages: { teens: 'refuse', children: 'refuse' } })],
    ['whether a platform may do the check', deploymentOf({ platforms: ['wechat'] })],
    [
      'whether children are let in',
      deploymentOf({ ages: { teens: 'with-guardian', children: 'with-guardian' } }),
    ],
    ...RETENTION_CLASSES.map((kept): [string, Deployment] => [
      `how long ${kept} is kept`,
      deploymentOf({ retention: { ...deploymentOf().versions[0]!.terms.retention, [kept]: 99 * DAY_MS } }),
    ]),
    ['its own name', { ...deploymentOf(), versions: [{ ...deploymentOf().versions[0]!, version: '1.1' }] }],
    [
      'the day it is in force from',
      { ...deploymentOf(), versions: [{ ...deploymentOf().versions[0]!, publishedAtMs: atMs }] },
    ],
  ])('changes with %s', (_what, deployment) => {
    expect(noticeOf({ deployment }).textHash).not.toBe(noticeOf().textHash);
  });

  it('is that of the version in force, or of the one that is named', () => {
    const deployment = deploymentOf();
    const second = { ...deployment.versions[0]!, version: '2', publishedAtMs: atMs };
    const both = { ...deployment, versions: [...deployment.versions, second] };
    expect(noticeOf({ deployment: both }).policyVersion).toBe('1');
    expect(noticeOf({ deployment: both, atMs: atMs + DAY_MS }).policyVersion).toBe('2');
    expect(noticeOf({ deployment: both, version: '2' }).text).toContain(
      'This is version 2, in force since 2026-11-28.',
    );
  });

  it('takes a name with braces as a name: nothing of it is filled in', () => {
    const name = 'A {contact} & {days} Co';
    const { title } = noticeOf({ deployment: deploymentOf({}, { operator: { name, contact: 'c' } }) });
    expect(title).toBe(`How ${name} checks your face`);
  });

  it('has what is not ours in isolates where words run from right to left', () => {
    expect(noticeOf({ language: 'ar' }).title).toContain('\u2068Example Bank\u2069');
    expect(noticeOf({ language: 'ja' }).title).not.toContain('\u2068');
  });

  it('refuses a version, a level and a purpose that the deployment does not have', () => {
    expect(() => noticeOf({ version: '9' })).toThrow(/no policy version 9/);
    const narrow = deploymentOf({ levels: ['none'], purposes: ['liveness'] });
    expect(() => noticeOf({ deployment: narrow })).toThrow(/no level frames, only none/);
    expect(() => noticeOf({ deployment: narrow, level: 'none' })).toThrow(/comparison/);
  });
});

describe('what each level asks', () => {
  it('asks each by itself, and pictures in the place of points', () => {
    expect(requiredChoices({ level: 'none', comparison: false })).toEqual(['liveness']);
    expect(requiredChoices({ level: 'trace', comparison: false })).toEqual(['liveness', 'trace']);
    expect(requiredChoices({ level: 'frames', comparison: true })).toEqual([
      'liveness',
      'frames',
      'comparison',
    ]);
  });

  it('names both pictures and points in the question about pictures', () => {
    const { questions } = noticeOf();
    const asked = questions.find(({ choice }) => choice === 'frames')!.text;
    expect(asked).toMatch(/pictures of my face and the points on it.*21 days.*22 days/);
  });
});

describe('times in words', () => {
  it.each<[NoticeLanguage, number, string]>([
    ['en', 60_000, '1 minute'],
    ['en', 1096 * DAY_MS, '3 years and 1 day'],
    ['en', 36 * 3_600_000, '1 day and 12 hours'],
    ['zh-CN', 1096 * DAY_MS, '3年零1天'],
    ['zh-TW', 1096 * DAY_MS, '3年又1天'],
    ['ja', 90 * DAY_MS, '90日'],
    ['ko', 2 * 3_600_000, '2시간'],
    ['ar', DAY_MS, 'يوم واحد'],
    ['ar', 2 * DAY_MS, 'يومين'],
    ['ar', 7 * DAY_MS, '7 أيام'],
    ['ar', 30 * DAY_MS, '30 يومًا'],
    ['ar', 100 * DAY_MS, '100 يوم'],
    ['ar', 103 * DAY_MS, '103 أيام'],
  ])('in %s %d ms are %s', (language, ms, words) => {
    expect(timeInWords(ms, NOTICE_WORDS[language].time)).toBe(words);
  });

  it('say exactly as many whole minutes as there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_256_000 }), (minutes) => {
        const words = timeInWords(minutes * 60_000, NOTICE_WORDS.en.time);
        const unit = { year: 525_600, day: 1440, hour: 60, minute: 1 } as const;
        const sum = [...words.matchAll(/(\d+) (year|day|hour|minute)/g)].reduce(
          (total, [, count, name]) => total + Number(count) * unit[name as keyof typeof unit],
          0,
        );
        expect(sum).toBe(minutes);
      }),
    );
  });
});
