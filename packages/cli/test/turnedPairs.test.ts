import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compareTemplates, type FaceTemplate } from '@huoti/embedder';
import { turnedReference } from '@huoti/server/testing';
import { createTemplateMaker } from '../src/engine/createTemplateMaker.js';
import type { PairRow } from '../src/eval/pairs/PairRow.js';
import { areaUnderRoc } from '../src/eval/pairs/rates.js';
import { readPairTable } from '../src/eval/pairs/readPairTable.js';
import { realFixtures } from './support/fixtures.js';

// A second for each picture, and a thousand templates are turned: minutes on a busy machine.
const LONG_MS = 1_200_000;
/** Of the table's 121: all pairs among them are looked at. */
const PICTURES = 48;
const RIVAL_SHARE = 0.5;

const fixtures = realFixtures('turned templates of pairs of real people');

/** A key by its name: as each row of the table has one of its own. */
const keyOf = (name: string): Uint8Array => new Uint8Array(createHash('sha256').update(name).digest());
const known = new WeakMap<FaceTemplate, Map<string, FaceTemplate>>();
/** Under the key of a name; each turn is made once. */
function turned(template: FaceTemplate, name: string): FaceTemplate {
  const own = known.get(template) ?? new Map<string, FaceTemplate>();
  known.set(template, own);
  const made = own.get(name) ?? turnedReference(template, { turnKey: keyOf(name) }).template;
  own.set(name, made);
  return made;
}
const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
const percentile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))] ?? NaN;
const cosine = (a: FaceTemplate, b: FaceTemplate): number =>
  a.values.reduce((sum, value, at) => sum + value * (b.values[at] ?? NaN), 0);
/** Of an AUC of two lists that do not differ (Hanley and McNeil 1982), four standard errors. */
const fourErrors = (a: readonly unknown[], b: readonly unknown[]): number =>
  4 * Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length));
const shown = (list: readonly number[]): string =>
  `mean ${mean(list).toFixed(3)}, 99th percentile ${percentile(list, 0.99).toFixed(3)}, highest ${Math.max(...list).toFixed(3)} (${list.length} pairs)`;

if (fixtures !== null) {
  describe('turned templates of real people', () => {
    interface Pair extends PairRow {
      readonly a: FaceTemplate;
      readonly b: FaceTemplate;
    }
    let pairs: readonly Pair[];
    const of = (same: boolean): readonly Pair[] => pairs.filter((pair) => pair.same === same);
    /** Cosines of different people as they are: what a stranger reaches. */
    let strangers: readonly number[];

    beforeAll(async () => {
      const table = join(fixtures, 'pairs.csv');
      const all = await readPairTable(table);
      const seen = new Set<string>();
      for (const { fileA, fileB } of all.filter(({ same }) => same)) {
        if (seen.size < PICTURES) seen.add(fileA).add(fileB);
      }
      const rows = all.filter(({ fileA, fileB }) => seen.has(fileA) && seen.has(fileB));
      const maker = createTemplateMaker('fusion');
      const { signal } = new AbortController();
      await maker.load(signal);
      const templates = new Map<string, FaceTemplate>();
      for (const file of new Set(rows.flatMap(({ fileA, fileB }) => [fileA, fileB]))) {
        const { template } = await maker.templateOf(resolve(dirname(table), file), {
          signal,
          smallestShare: RIVAL_SHARE,
        });
        if (template) templates.set(file, template);
      }
      await maker.dispose();
      pairs = rows.flatMap((row) => {
        const [a, b] = [templates.get(row.fileA), templates.get(row.fileB)];
        return a && b ? [{ ...row, a, b }] : [];
      });
      strangers = of(false).map(({ a, b }) => cosine(a, b));
      expect(of(true).length).toBeGreaterThan(20);
      expect(of(false).length).toBeGreaterThan(20);
      console.info(`strangers: ${shown(strangers)}`);
    }, LONG_MS);

    it(
      'are decided as plain ones, each pair, and their similarity differs by less than 1e-5',
      () => {
        let most = 0;
        for (const { fileA, a, b } of pairs) {
          const plain = compareTemplates(a, b);
          const kept = compareTemplates(turned(a, fileA), turned(b, fileA));
          most = Math.max(most, Math.abs(kept.similarity - plain.similarity));
          expect(kept.same).toBe(plain.same);
        }
        console.info(`similarity, turned and plain: differs by ${most.toExponential(1)} at most`);
        expect(most).toBeLessThan(1e-5);
      },
      LONG_MS,
    );

    it(
      'match no better than strangers once they are revoked: the old one of a face and the new one',
      () => {
        // The table was copied, then every key was changed: one picture under two keys, and two of one person.
        const onePicture = of(true).map(({ fileA, a }) =>
          cosine(turned(a, fileA), turned(a, `${fileA} new`)),
        );
        const onePerson = of(true).map(({ fileA, a, b }) =>
          cosine(turned(a, fileA), turned(b, `${fileA} new`)),
        );
        console.info(`revoked, one picture: ${shown(onePicture)}\nrevoked, one person: ${shown(onePerson)}`);
        for (const list of [onePicture, onePerson]) {
          expect(mean(list)).toBeLessThanOrEqual(mean(strangers));
          expect(percentile(list, 0.99)).toBeLessThanOrEqual(percentile(strangers, 0.99));
        }
      },
      LONG_MS,
    );

    it(
      'match nothing by the table alone: neither each other, nor fresh pictures, at any threshold',
      () => {
        // The attacker has the table without its keys, and knows that scores of turned ones need a threshold of their own: whether one
        // person's score higher than two people's is asked without any.
        const between = (list: readonly Pair[]) =>
          list.map(({ fileA, fileB, a, b }) => cosine(turned(a, fileA), turned(b, `other ${fileB}`)));
        const fresh = (list: readonly Pair[]) => list.map(({ fileA, a, b }) => cosine(turned(a, fileA), b));
        for (const [name, score] of [
          ['two rows', between],
          ['a row and a fresh picture', fresh],
        ] as const) {
          const [same, different] = [score(of(true)), score(of(false))];
          const auc = areaUnderRoc(same, different) ?? NaN;
          console.info(
            `${name}: one person ${shown(same)}; different people ${shown(different)}; AUC ${auc.toFixed(3)}`,
          );
          expect(Math.abs(auc - 0.5)).toBeLessThan(fourErrors(same, different));
          expect(percentile(same, 0.99)).toBeLessThanOrEqual(percentile(strangers, 0.99));
        }
        const plain = areaUnderRoc(
          of(true).map(({ a, b }) => cosine(a, b)),
          strangers,
        );
        // The same measure on plain ones: a table that is not turned gives people away.
        expect(plain).toBeGreaterThan(0.99);
      },
      LONG_MS,
    );
  });
}
