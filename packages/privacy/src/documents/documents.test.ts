import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turned } from '../../test/turned.js';
import { DEFAULT_DEPLOYMENT } from '../deployment/defaultDeployment.js';
import type { Deployment } from '../deployment/Deployment.js';
import type { PolicyTerms } from '../deployment/PolicyTerms.js';
import { NOTICE_LANGUAGES } from '../notice/noticeLanguages.js';
import { NOTICE_WORDS } from '../notice/words/noticeWordsTable.js';
import { impactAssessment } from './impactAssessment.js';
import type { ImpactFacts } from './ImpactFacts.js';
import { RISK_IDS } from './riskIds.js';
import { sdkDisclosureRow } from './sdkDisclosureRow.js';
import { wholeInventory } from './wholeInventory.js';
import { DOCUMENT_WORDS } from './words/documentWordsTable.js';

const DAY_MS = 86_400_000;
const atMs = Date.UTC(2026, 10, 27);
const first = DEFAULT_DEPLOYMENT.versions[0]!;

function deploymentOf(changes: Partial<PolicyTerms> = {}, rest: Partial<Deployment> = {}): Deployment {
  return {
    ...DEFAULT_DEPLOYMENT,
    operator: { name: 'Example Bank', contact: 'privacy@bank.example' },
    alternative: Object.fromEntries(NOTICE_LANGUAGES.map((language) => [language, `way-${language}`])),
    versions: [{ ...first, terms: { ...first.terms, ...changes } }],
    ...rest,
  };
}
const assess = (
  deployment = deploymentOf(),
  facts: Partial<ImpactFacts> = {},
  language: 'en' | 'ar' | 'zh-CN' = 'en',
) => impactAssessment({ deployment, language, facts: { atMs, storedPeople: 0, ...facts } });

/** What a person sees of the HTML: without tags, marks as they are drawn. */
const seen = (html: string): string =>
  html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('the row of a list of SDKs', () => {
  it.each(NOTICE_LANGUAGES)(
    'in %s names all that is taken of the face and the device, and nothing that is not',
    (language) => {
      const { items } = NOTICE_WORDS[language].what;
      for (const levels of [['none'], ['none', 'trace'], ['frames']] as const) {
        const deployment = deploymentOf({ levels, purposes: ['liveness'] });
        const { columns } = sdkDisclosureRow({ deployment, language });
        const taken = wholeInventory(deployment.versions[0]!.terms).filter(
          ({ about }) => about !== 'decision',
        );
        const text = (id: string) => columns.find((column) => column.id === id)!.text;
        expect(text('data').split(DOCUMENT_WORDS[language].comma)).toEqual(
          taken.map(({ id }) => items[id].name),
        );
        for (const { id } of taken) expect(text('processing')).toContain(items[id].name);
      }
    },
  );

  it('says what is sent and what stays, the permission, and how long each is kept', () => {
    const { columns, markdown } = sdkDisclosureRow({
      deployment: deploymentOf(),
      language: 'en',
      policyUrl: 'https://bank.example/privacy',
    });
    const text = Object.fromEntries(columns.map(({ id, text: is }) => [id, is]));
    const [sent, stays] = text['processing']!.split('Used on the device only: ');
    expect(sent).toMatch(
      /^Sent encrypted to the server of Example Bank and to nobody else: Points on your face, Pictures/,
    );
    expect(stays).toBe('The camera picture, The name of your camera, How you like the screen.');
    expect(text).toMatchObject({ permission: 'camera', policy: 'https://bank.example/privacy' });
    expect(text['retention']).toMatch(/Pictures of your face: 1 day\./);
    expect(markdown.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
  });

  it('leaves fields, and no name of anybody, where nothing was filled in', () => {
    const { columns } = sdkDisclosureRow({ deployment: DEFAULT_DEPLOYMENT, language: 'zh-CN' });
    expect(columns.find(({ id }) => id === 'policy')!.text).toBe('{policyUrl}');
    expect(columns.find(({ id }) => id === 'provider')!.text).toMatch(/^\{operator\}。/);
  });

  it('is of the last version unless another one is named, and refuses one that there is not', () => {
    const second = {
      ...first,
      version: '2',
      publishedAtMs: atMs,
      terms: { ...first.terms, levels: ['none'] as const },
    };
    const deployment = deploymentOf({}, { versions: [first, second] });
    const data = (version?: string) =>
      sdkDisclosureRow({ deployment, language: 'en', ...(version === undefined ? {} : { version }) })
        .columns[3]!.text;
    expect(data()).not.toContain('Pictures of your face');
    expect(data('1')).toContain('Pictures of your face');
    expect(() => data('9')).toThrow(/no policy version 9/);
  });
});

describe('the impact assessment', () => {
  it.each(NOTICE_LANGUAGES)(
    'in %s has every item, every time and no field left over, in both forms',
    (language) => {
      const ages = { teens: 'with-guardian', children: 'with-guardian' } as const;
      const deployment = deploymentOf({ ages, platforms: ['wechat'] });
      const { markdown, html } = impactAssessment({
        deployment,
        language,
        facts: { atMs, storedPeople: 12 },
      });
      const { what, direction } = NOTICE_WORDS[language];
      const text = seen(html);
      for (const { id } of wholeInventory(deployment.versions[0]!.terms))
        expect(text).toContain(what.items[id].name);
      for (const own of [
        'Example Bank',
        'privacy@bank.example',
        `way-${language}`,
        '2026-11-27',
        '2026-01-01',
      ]) {
        expect(text).toContain(own);
        expect(markdown).toContain(own);
      }
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(markdown).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    },
  );

  it('is one file that loads nothing and runs nothing', () => {
    const { html } = assess();
    expect(html).toContain(`default-src 'none'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\son\w+=/i);
    expect(html).toMatch(/@media print/);
    expect(html).not.toMatch(/(margin|padding|border)-(left|right)|text-align: ?(left|right)/);
  });

  it('takes a name for a name: no tag, no link, no column', () => {
    const name = '<b>A|B</b> [x](y) *z* & "Co"';
    const { html, markdown } = assess(deploymentOf({}, { operator: { name, contact: 'c' } }));
    expect(html).not.toContain('<b>');
    expect(seen(html)).toContain(name);
    expect(markdown).toContain('\\<b\\>A\\|B\\</b\\> \\[x\\](y) \\*z\\* &amp; "Co"');
  });

  it('has every risk that there is and none of what is not taken', () => {
    const risks = (changes: Partial<PolicyTerms>) => {
      const text = seen(assess(deploymentOf(changes)).html);
      return RISK_IDS.filter((id) => text.includes(DOCUMENT_WORDS.en.assessment.risks[id].risk));
    };
    expect(risks({})).toEqual([...RISK_IDS]);
    const least = risks({
      levels: ['none'],
      purposes: ['liveness'],
      ages: { teens: 'refuse', children: 'refuse' },
    });
    expect(least).toEqual([
      'pretending',
      'wrong-refusal',
      'other-use',
      'kept-too-long',
      'fingerprint',
      'only-way',
    ]);
  });

  it('tells what leaves at each level that is configured, and what is asked there', () => {
    const row = (markdown: string, level: 'none' | 'trace' | 'frames') =>
      markdown.split('\n').find((line) => line.startsWith(`| ${DOCUMENT_WORDS.en.levels[level]} |`));
    const { markdown } = assess();
    expect(row(markdown, 'none')).not.toMatch(/Points on your face|Pictures of your face/);
    expect(row(markdown, 'trace')).toMatch(/Points on your face/);
    expect(row(markdown, 'frames')).toMatch(/Pictures of your face.*I agree that pictures of my face/);
    expect(row(assess(deploymentOf({ levels: ['none'] })).markdown, 'frames')).toBeUndefined();
  });

  it('counts people against the threshold of article 15', () => {
    const told = (storedPeople: number | null) => {
      const { html, open } = assess(deploymentOf(), { storedPeople });
      return [
        seen(html).match(/There are [\d,]+ now.*|How many there are now.*/)![0],
        open.filter((id) => /fil|count/.test(id)),
      ];
    };
    expect(told(null)).toEqual(['How many there are now is not known.', ['count-people']]);
    expect(told(79_999)).toEqual(['There are 79,999 now.', []]);
    expect(told(80_000)).toEqual(['There are 80,000 now: close to the threshold.', ['prepare-filing']]);
    expect(told(99_999)).toEqual(['There are 99,999 now: close to the threshold.', ['prepare-filing']]);
    expect(told(100_000)).toEqual(['There are 100,000 now: the threshold is reached.', ['file']]);
  });

  it.each<[string, readonly string[], Deployment, Partial<ImpactFacts>]>([
    ['a placeholder for a name', ['operator-name', 'alternative'], DEFAULT_DEPLOYMENT, {}],
    ['points', ['why-trace'], deploymentOf({ levels: ['none', 'trace'], purposes: ['liveness'] }), {}],
    ['pictures', ['why-frames'], deploymentOf({ purposes: ['liveness'] }), {}],
    ['a comparison', ['why-comparison'], deploymentOf({ levels: ['none'] }), {}],
    [
      'pictures kept for over a week',
      ['long-pictures'],
      deploymentOf({ retention: { ...first.terms.retention, 'face-crop': 8 * DAY_MS } }),
      {},
    ],
    ['grounds in law', ['grounds'], deploymentOf(), { legalGrounds: ['public-interest'] }],
    [
      'children',
      ['children-rules'],
      deploymentOf({ ages: { teens: 'with-guardian', children: 'with-guardian' } }),
      {},
    ],
  ])('asks the operator about %s', (_what, points, deployment, facts) => {
    const least = deploymentOf({ levels: ['none'], purposes: ['liveness'] });
    expect(assess(least).open).toEqual([]);
    expect(assess(least).html).not.toContain(DOCUMENT_WORDS.en.assessment.headings.open);
    const { open, html } = assess(deployment, facts);
    for (const point of points) {
      expect(open).toContain(point);
      expect(assess(least).open).not.toContain(point);
    }
    expect(html).toContain(DOCUMENT_WORDS.en.assessment.headings.open);
  });

  it('leaves what only a person can judge to be filled in', () => {
    const { html, markdown } = assess();
    const boxes = (html.match(/<ul class="checks">.*?<\/ul>/gs) ?? []).join('').match(/<li>/g)!.length;
    expect(markdown.match(/- \[ \] /g)).toHaveLength(boxes);
    for (const blank of DOCUMENT_WORDS.en.assessment.blanks) expect(markdown).toContain(`${blank}: ____`);
  });

  it('is the same of the same configuration, in whatever order its keys stand', () => {
    fc.assert(
      fc.property(fc.constantFrom('en', 'ar', 'zh-CN'), fc.boolean(), (language, comparison) => {
        const deployment = deploymentOf(comparison ? {} : { purposes: ['liveness'] });
        expect(assess(turned(deployment), {}, language)).toEqual(assess(deployment, {}, language));
      }),
      { numRuns: 10 },
    );
  });

  it('is dated by the operator’s own day', () => {
    const late = Date.parse('2026-11-27T23:30:00+08:00');
    expect(assess(deploymentOf(), { atMs: late }).markdown).toContain(
      '| Date of this assessment | 2026-11-27 |',
    );
    expect(assess(deploymentOf(), { atMs: late + DAY_MS / 24 }).markdown).toContain(
      '| Date of this assessment | 2026-11-28 |',
    );
  });
});
