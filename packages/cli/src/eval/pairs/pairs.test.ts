import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PairRow } from './PairRow.js';
import { areaUnderRoc, equalErrorRate, shareFrom, thresholdAt } from './rates.js';
import { readPairTable } from './readPairTable.js';
import { scorePairs } from './scorePairs.js';
import { splitPeople } from './splitPeople.js';
import { wilsonInterval } from './wilsonInterval.js';

describe('rates', () => {
  it('the area counts wins, a tie half', () => {
    // 3 beats 1 and 2; 2 beats 1 and ties with 2: 3.5 of 4.
    expect(areaUnderRoc([3, 2], [1, 2])).toBe(3.5 / 4);
    expect(areaUnderRoc([-Infinity], [-Infinity])).toBe(0.5);
    expect(areaUnderRoc([], [1])).toBeNull();
  });

  it('the threshold lets through no more than the share that was asked for, ties included', () => {
    const scores = Array.from({ length: 200 }, (_, index) => index);
    const threshold = thresholdAt(scores, 0.01) ?? NaN;
    expect(shareFrom(scores, threshold)).toBe(0.01);
    // Five share the highest score: none of them may pass where only two may.
    const tied = thresholdAt([...Array<number>(195).fill(0), ...Array<number>(5).fill(9)], 0.01) ?? NaN;
    expect(shareFrom([9, 9, 9, 9, 9], tied)).toBe(0);
  });

  it('no threshold is told where the count does not allow it', () => {
    expect(thresholdAt(Array<number>(999).fill(0), 0.001)).toBeNull();
    expect(thresholdAt(Array<number>(1000).fill(0), 0.001)).not.toBeNull();
  });

  it('a pair without a face passes no threshold, however low', () => {
    const threshold = thresholdAt(Array<number>(100).fill(-Infinity), 0.01) ?? NaN;
    expect(shareFrom([-Infinity, 0], threshold)).toBe(0.5);
  });

  it('the equal error rate is where both errors meet', () => {
    expect(equalErrorRate([2, 3, 4, 5], [0, 1, 2.5, 1.5])).toBe(0.25);
    expect(equalErrorRate([2, 3], [0, 1])).toBe(0);
  });

  it('intervals are Wilson’s', () => {
    // ref: Brown, Cai & DasGupta 2001: 0 of 10 gives 0 to 0.278; 10 of 20 gives 0.299 to 0.701
    expect(wilsonInterval(0, 10)[1]).toBeCloseTo(0.2775, 3);
    expect(wilsonInterval(0.5, 20)[0]).toBeCloseTo(0.2993, 3);
    expect(wilsonInterval(1, 10)[1]).toBeCloseTo(1, 9);
  });
});

const row = (fileA: string, fileB: string, category = ''): PairRow => {
  const [personA = '', personB = ''] = [fileA[0], fileB[0]];
  return { fileA, fileB, same: personA === personB, category, personA, personB };
};

describe('scorePairs', () => {
  const rows = [
    row('a1', 'a2', 'plain'),
    row('a1', 'a3', 'mask'),
    row('b1', 'b2', 'plain'),
    ...Array.from({ length: 100 }, (_, index) => row(`c${index}`, `d${index}`)),
  ];
  const scores = scorePairs({
    rows,
    // a3 has no face; one pair of different people in a hundred looks alike.
    similarityOf: (fileA, fileB) => {
      if (fileA === 'a3' || fileB === 'a3') return null;
      if (fileA[0] === fileB[0]) return 0.9;
      return fileA === 'c7' && fileB === 'd7' ? 0.95 : 0.1;
    },
    noFace: ['a3'],
    threshold: 0.5,
    model: 'fusion@1',
  });

  it('counts a missing face as a non-match in the headline, and leaves it out of the second one', () => {
    expect(scores).toMatchObject({ n: 103, same: 3, noFace: ['a3'], impostors: 100, threshold: 0.5 });
    expect(scores.tarAtFar['1e-2']).toBeCloseTo(2 / 3, 9);
    expect(scores.twoFaces).toMatchObject({ n: 102, same: 2, tarAtFar: { '1e-2': 1 } });
  });

  it('has no rate at FAR 1e-3 from a hundred pairs', () => {
    expect(scores.tarAtFar['1e-3']).toBeNull();
  });

  it('tells what the command would answer, and names what it gets wrong', () => {
    expect(scores.atThreshold.tar?.share).toBeCloseTo(2 / 3, 9);
    expect(scores.atThreshold.far).toMatchObject({ n: 100, share: 0.01 });
    expect(scores.wrong.map(({ fileA, fileB }) => `${fileA} ${fileB}`)).toEqual(['a1 a3', 'c7 d7']);
    expect(scores.wrong[0]?.similarity).toBeNull();
  });

  it('tells categories of the same person apart', () => {
    expect(scores.categories.mask).toMatchObject({ n: 1, share: 0 });
    expect(scores.categories.plain).toMatchObject({ n: 2, share: 1 });
  });

  it('takes people, not pairs, as trials of its interval', () => {
    expect(scores.ci95['1e-2']).toEqual(wilsonInterval(2 / 3, 2));
  });
});

describe('people in folds', () => {
  // Ten people of four pictures. Person "a" has a score of their own that only a threshold set without them refuses.
  const letters = [...'abcdefghij'];
  const files = letters.flatMap((letter) => [1, 2, 3, 4].map((index) => `${letter}${index}`));
  const rows = files.flatMap((fileA, index) =>
    files.slice(index + 1).flatMap((fileB) => (fileA[0] === fileB[0] ? [row(fileA, fileB)] : [])),
  );
  const different = letters.flatMap((a, index) => letters.slice(index + 1).map((b) => row(`${a}1`, `${b}1`)));
  const table = [...rows, ...different];

  it('every person is in one, and each has about as many pairs', () => {
    const folds = splitPeople(table, 5);
    expect([...folds.keys()].sort()).toEqual(letters);
    for (let fold = 0; fold < 5; fold += 1) {
      expect([...folds.values()].filter((one) => one === fold)).toHaveLength(2);
    }
    expect([...splitPeople(table, 5)]).toEqual([...folds]);
  });

  it('no threshold comes from its own fold', () => {
    const folds = splitPeople(table, 5);
    const ownFold = folds.get('a');
    const partner = letters.find((letter) => letter !== 'a' && folds.get(letter) === ownFold);
    // "a" and the other of the same fold look alike, and no two others do: a threshold that saw them would be above 0.8.
    const alike = (fileA: string, fileB: string): boolean =>
      [fileA[0], fileB[0]].sort().join() === ['a', partner].sort().join();
    const { byPerson } = scorePairs({
      rows: table,
      similarityOf: (fileA, fileB) => (fileA[0] === fileB[0] ? 0.7 : alike(fileA, fileB) ? 0.8 : 0.2),
      noFace: [],
      threshold: 0.5,
      model: 'fusion@1',
    });
    // 40 pictures, ten people of four: 780 pairs less 60 of the same person.
    expect(byPerson).toMatchObject({ folds: 5, people: 10, impostors: 720 });
    // Every threshold lies at 0.2: all 60 pairs pass, and so do the 16 pairs that look alike, of 5 x 16 within the folds.
    const rate = byPerson?.rates['1e-2'];
    expect(rate?.farReached).toBe(0.2);
    expect(rate?.tar).toBeLessThanOrEqual(1);
  });

  it('nothing is told where the table does not name the people', () => {
    const nameless = table.map((one) => ({ ...one, personA: '', personB: '' }));
    const { byPerson, ci95 } = scorePairs({
      rows: nameless,
      similarityOf: () => 0.3,
      noFace: [],
      threshold: 0.5,
      model: 'fusion@1',
    });
    expect(byPerson).toBeNull();
    expect(ci95['1e-2']).toBeNull();
  });
});

describe('readPairTable', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huoti-pairs-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const read = async (text: string) => {
    const path = join(folder, 'pairs.csv');
    await writeFile(path, text);
    return readPairTable(path);
  };

  it('takes what it needs, and people and category where they stand', async () => {
    expect(await read('file_a,file_b,same\nx.jpg,y.jpg,1\n')).toEqual([
      { fileA: 'x.jpg', fileB: 'y.jpg', same: true, category: '', personA: '', personB: '' },
    ]);
    expect(await read('same,file_b,file_a,person_b,category,person_a\n0,y,x,q,mask,p\n')).toEqual([
      { fileA: 'x', fileB: 'y', same: false, category: 'mask', personA: 'p', personB: 'q' },
    ]);
  });

  it.each([
    ['file_a,file_b,same\nx,y,yes\n', /line 2: same is "yes"/],
    ['file_a,file_b,same\nx,,1\n', /line 2: file_a or file_b is empty/],
    ['file_a,file_b\nx,y\n', /column same is missing/],
    ['file_a,file_b,same\n', /no row/],
  ])('refuses %j and says where', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(read(text)).rejects.toThrow(message);
  });
});
