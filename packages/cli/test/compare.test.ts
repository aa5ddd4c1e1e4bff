import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { realFixtures } from './support/fixtures.js';
import { huoti, jsonOf } from './support/huoti.js';

const SLOW_MS = 180_000;

interface CompareReport {
  readonly similarity: number | null;
  readonly same: boolean;
  readonly threshold: number;
  readonly farAtThreshold: number;
  readonly model: string;
  readonly facesA: number;
  readonly facesB: number;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huoti-compare-'));
  const plain = sharp({ create: { width: 200, height: 200, channels: 3, background: '#777' } });
  await writeFile(join(folder, 'empty.png'), await plain.png().toBuffer());
  await writeFile(join(folder, 'pairs.csv'), 'file_a,file_b,same\nempty.png,empty.png,1\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('compare', () => {
  it(
    'answers "different" with exit 1, not an error, where a picture has no face',
    async () => {
      const empty = join(folder, 'empty.png');
      const ended = await huoti(['compare', empty, empty, '--json']);
      expect(ended.code).toBe(1);
      expect(jsonOf<CompareReport>(ended)).toMatchObject({
        similarity: null,
        same: false,
        threshold: 0.5,
        model: 'fusion@1',
        facesA: 0,
        facesB: 0,
      });
    },
    SLOW_MS,
  );

  it.each([
    [['compare', 'one.jpg'], /2 name\(s\) needed and 1 given/],
    [['compare', 'a.jpg', 'b.jpg', '--model', 'best'], /--model best: use one of fusion, residual/],
  ])('%j is wrong usage', async (words, message) => {
    const { code, stdout, stderr } = await huoti(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it(
    'a file that is not there is named, with exit 2',
    async () => {
      const { code, stderr } = await huoti(['compare', join(folder, 'absent.jpg'), 'b.jpg']);
      expect(code).toBe(2);
      expect(stderr).toMatch(/MEDIA_UNREADABLE: .*absent\.jpg/);
    },
    SLOW_MS,
  );
});

describe('eval pairs', () => {
  it(
    'gives every field of its JSON, a missing face as a non-match',
    async () => {
      const ended = await huoti(['eval', 'pairs', join(folder, 'pairs.csv'), '--json', '--model', 'mobile']);
      expect(ended.code).toBe(0);
      expect(jsonOf(ended)).toMatchObject({
        n: 1,
        same: 1,
        auc: null,
        eer: null,
        tarAtFar: { '1e-2': null, '1e-3': null },
        threshold: 0.5,
        noFace: ['empty.png'],
        model: 'mobile@1',
        twoFaces: { n: 0, same: 0 },
        atThreshold: { tar: { n: 1, share: 0 }, far: null },
      });
    },
    SLOW_MS,
  );
});

const fixtures = realFixtures('comparing pictures of real people');

if (fixtures !== null) {
  describe('compare over pictures of real people', () => {
    it.each([
      [
        'a selfie and a webcam frame',
        'spoof/real/td_selfie_131267.jpg',
        'spoof/real/td_live_131267_004.jpg',
        0,
      ],
      ['two people', 'spoof/real/td_selfie_131267.jpg', 'spoof/real/td_selfie_2be705.jpg', 1],
    ])(
      '%s',
      async (_name, a, b, code) => {
        const ended = await huoti(['compare', join(fixtures, a), join(fixtures, b), '--json']);
        expect(ended.code).toBe(code);
        expect(jsonOf<CompareReport>(ended)).toMatchObject({ same: code === 0, facesA: 1, facesB: 1 });
      },
      SLOW_MS,
    );

    it(
      'the largest face of a group is compared, and the others are counted',
      async () => {
        const group = join(fixtures, 'faces/multiple_couple.jpg');
        const report = jsonOf<CompareReport>(await huoti(['compare', group, group, '--json']));
        expect(report).toMatchObject({ same: true, facesA: 2, facesB: 2 });
      },
      SLOW_MS,
    );
  });
}
