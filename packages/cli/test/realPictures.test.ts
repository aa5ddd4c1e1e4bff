import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { realFixtures } from './support/fixtures.js';
import { huoti, jsonOf } from './support/huoti.js';

interface LandmarksReport {
  readonly faces: readonly {
    readonly box: { readonly widthPx: number };
    readonly yawIndex: number;
    readonly gates: readonly { readonly code: string; readonly pass: boolean }[];
  }[];
}

const CLIP_MS = 180_000;

const fixtures = realFixtures('landmarks over pictures of real people');

if (fixtures !== null) {
  describe('landmarks over pictures of real people', () => {
    const facesOf = async (name: string): Promise<LandmarksReport['faces']> =>
      jsonOf<LandmarksReport>(await huoti(['landmarks', join(fixtures, name), '--json'])).faces;

    // Counted by eye; of the seven people of multiple_selfie.jpg three are cut by the edge of the picture.
    it.each([
      ['faces/multiple_couple.jpg', 2],
      ['faces/multiple_group-2.jpg', 3],
      ['faces/multiple_group-3.jpg', 4],
      ['faces/multiple_selfie.jpg', 4],
      ['faces/multiple_solvay1927.jpg', 29],
      ['faces/occluded_mask_td3_711041_1.jpg', 1],
    ])(
      '%s holds %i whole faces',
      async (name, count) => {
        expect(await facesOf(name)).toHaveLength(count);
      },
      CLIP_MS,
    );

    it(
      'a mask and a profile each fail a gate',
      async () => {
        for (const name of ['occluded_mask_td3_711041_1.jpg', 'profile_tdreal_2be705_0450.jpg']) {
          const [face] = await facesOf(`faces/${name}`);
          expect(face?.gates.some(({ pass }) => !pass)).toBe(true);
        }
      },
      CLIP_MS,
    );

    it(
      'a picture without a face gives an empty list and exit 0',
      async () => {
        const ended = await huoti(['landmarks', join(fixtures, 'nonfaces/scene_pilatus800.jpg'), '--json']);
        expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 0, stdout: '{"faces":[]}\n' });
      },
      CLIP_MS,
    );
  });
}
