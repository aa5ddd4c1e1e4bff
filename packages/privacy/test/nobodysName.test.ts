import { readFileSync } from 'node:fs';
import { LEGAL_GROUNDS } from '@huoti/protocol';
import { describe, expect, it } from '@jest/globals';
import {
  consentWords,
  createNotice,
  DATA_INVENTORY,
  DECLARED_READS,
  DEFAULT_DEPLOYMENT,
  EVIDENCE_LEVELS,
  impactAssessment,
  NOTICE_LANGUAGES,
  PROMISES,
  sdkDisclosureRow,
} from '../src/index.js';

const atMs = Date.UTC(2026, 10, 27);
const hanzi = (...codes: readonly number[]): string => String.fromCodePoint(...codes);

/**
 * The name, the seat and the telephone of whoever published the policy that huoti follows, put together here so that they stand nowhere in the
 * sources: in Chinese (two and four characters), in Latin letters, the number with and without its dashes.
 */
const PUBLISHER: readonly RegExp[] = [
  new RegExp(hanzi(0x4e91, 0x4ece)),
  new RegExp(hanzi(0x96f2, 0x5f9e)),
  new RegExp(hanzi(0x4e2d, 0x79d1, 0x4e91)),
  new RegExp(hanzi(0x91cd, 0x5e86)),
  new RegExp(hanzi(0x91cd, 0x6176)),
  new RegExp(['cloud', 'walk'].join('[ -]?'), 'i'),
  new RegExp(['yun', 'cong'].join(' ?'), 'i'),
  new RegExp(['400', '151', '5992'].join('[ -]?')),
];

/** Every text that is generated, at its widest: minors let in, every level, every ground. */
function* generated(): Generator<readonly [what: string, text: string]> {
  const [version] = DEFAULT_DEPLOYMENT.versions;
  const open = { teens: 'with-guardian', children: 'with-guardian' } as const;
  const widest = {
    ...DEFAULT_DEPLOYMENT,
    versions: [{ ...version!, terms: { ...version!.terms, ages: open, platforms: ['wechat'] as const } }],
  };
  for (const language of NOTICE_LANGUAGES) {
    for (const deployment of [DEFAULT_DEPLOYMENT, widest]) {
      for (const level of EVIDENCE_LEVELS) {
        for (const comparison of [false, true]) {
          const { text } = createNotice({ deployment, level, comparison, language, atMs });
          yield [`notice ${language} ${level}`, text];
        }
      }
      yield [`row ${language}`, sdkDisclosureRow({ deployment, language }).markdown];
      const facts = { atMs, legalGrounds: LEGAL_GROUNDS, storedPeople: 100_000 };
      const { markdown, html } = impactAssessment({ deployment, language, facts });
      yield [`assessment ${language}`, markdown + html];
    }
    yield [`screens ${language}`, JSON.stringify(consentWords(language))];
  }
  yield ['inventory', JSON.stringify([DATA_INVENTORY, DECLARED_READS])];
  yield ['promises', JSON.stringify(PROMISES)];
  for (const file of [
    'privacy.md',
    'privacy/impact-assessment.en.md',
    'privacy/impact-assessment.zh-CN.html',
  ]) {
    yield [file, readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8')];
  }
}

describe('generated texts', () => {
  it('carry no name, seat or number of the policy’s publisher', () => {
    const found = [...generated()].flatMap(([what, text]) =>
      PUBLISHER.filter((word) => word.test(text)).map((word) => `${what}: ${word.source}`),
    );
    expect(found).toEqual([]);
  });

  it('would be found with any of them', () => {
    // The attack: a text that was taken over from the policy as it stands there.
    const taken = ['4001515992', '400-151-5992', `${hanzi(0x4e91, 0x4ece)}科技`, ['Cloud', 'Walk'].join('')];
    for (const text of taken) expect(PUBLISHER.some((word) => word.test(text))).toBe(true);
  });

  it('carry no number of a telephone and no address of a page or of post at all, but for laws and the operator’s fields', () => {
    const texts = [...generated()].filter(([what]) => !/\.(md|html)$|^promises$/.test(what));
    const found = texts.flatMap(([what, text]) =>
      // A run of digits as long as a number that can be called; dates and 100,000 are shorter.
      (text.match(/\d{3,4}[ -]\d{3,4}[ -]?\d{3,4}|\d{9,}|https?:\/\/\S+|\S+@\S+\.\S+/g) ?? []).map(
        (match) => `${what}: ${match}`,
      ),
    );
    expect(found).toEqual([]);
    expect(texts.filter(([what, text]) => what.startsWith('notice') && !text.includes('{operator}'))).toEqual(
      [],
    );
  });
});
