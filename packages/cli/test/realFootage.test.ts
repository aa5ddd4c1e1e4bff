import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENCODED, ffmpeg } from './support/ffmpeg.js';
import { realFixtures } from './support/fixtures.js';
import { huoti, jsonOf, type RunReport } from './support/huoti.js';

interface ActionRow {
  readonly file: string;
  readonly action: string;
  readonly startMs: number;
}
interface EvalReport {
  readonly actions: Readonly<
    Record<string, { truth: number; found: number; recall: number; precision: number }>
  >;
  readonly misses: readonly ActionRow[];
  readonly falseAlarms: readonly ActionRow[];
}

/** The suite takes minutes on two cores that others use, too. */
const LONG_MS = 900_000;
const CLIP_MS = 180_000;

const fixtures = realFixtures('the command line over recordings of real people');

if (fixtures !== null) {
  const video = (name: string): string => join(fixtures, 'videos', name);

  describe('eval actions over the table of real people', () => {
    let report: EvalReport;
    beforeAll(async () => {
      const ended = await huoti(['eval', 'actions', join(fixtures, 'actions.csv'), '--json']);
      expect(ended.code).toBe(0);
      report = jsonOf<EvalReport>(ended);
    }, LONG_MS);

    it('finds 12 of 12 turns to the right side, and no turn that is not there', () => {
      expect(report.actions['turn-left']).toEqual({ truth: 6, found: 6, recall: 1, precision: 1 });
      expect(report.actions['turn-right']).toEqual({ truth: 6, found: 6, recall: 1, precision: 1 });
    });

    it('finds 85 % or more of the 29 blinks that were seen by eye', () => {
      expect(report.actions.blink?.truth).toBe(29);
      expect(report.actions.blink?.recall).toBeGreaterThanOrEqual(0.85);
    });

    it('finds 4 of 4 mouths that open', () => {
      expect(report.actions['mouth-open']).toMatchObject({ truth: 4, recall: 1 });
    });

    it('takes nothing on the two clips with labelled mouths for an opening that is none', () => {
      const alarms = report.falseAlarms.filter(({ action }) => action === 'mouth-open');
      const labelled = alarms.filter(({ file }) => /live_a1[35]_/.test(file));
      expect(labelled).toEqual([]);
    });
  });

  describe('run over real people', () => {
    it.each([
      ['live_a01_headturn.mp4', 'turn-left,turn-right'],
      ['live_a02_headturn_glasses.mp4', 'turn-left,turn-right'],
      ['live_a03_headturn.mp4', 'turn-left,turn-right'],
      ['live_a04_headturn.mp4', 'turn-right,turn-left'],
      ['live_a05_headturn.mp4', 'turn-left,turn-right'],
      ['live_a12_talk_smile_glasses.mp4', 'blink,blink'],
      ['live_a13_mouth_open.mp4', 'mouth-open,mouth-open'],
    ])(
      '%s completes %s',
      async (name, plan) => {
        const ended = await huoti(['run', video(name), '--plan', plan, '--seed', '1', '--json']);
        const { status, reason, challenges, policy } = jsonOf<RunReport>(ended);
        expect({ code: ended.code, status, reason, policy }).toEqual({
          code: 0,
          status: 'completed',
          reason: null,
          policy: 'no-light',
        });
        expect(challenges.map((one) => one.action).join(',')).toBe(plan);
        expect(challenges.every((one) => one.status === 'satisfied')).toBe(true);
      },
      CLIP_MS,
    );

    it(
      'turns asked for the other way round do not complete',
      async () => {
        const plan = ['--plan', 'turn-right,turn-left', '--seed', '1', '--json'];
        const ended = await huoti(['run', video('live_a05_headturn.mp4'), ...plan]);
        expect(ended.code).toBe(1);
        expect(jsonOf<RunReport>(ended).status).toBe('failed');
      },
      CLIP_MS,
    );
  });

  describe('run over what must not pass', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'huoti-real-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const judge = async (input: readonly string[], filter: readonly string[]): Promise<RunReport> => {
      const path = join(folder, 'clip.mp4');
      ffmpeg([...input, ...filter, ...ENCODED, path]);
      const ended = await huoti(['run', path, '--plan', 'blink,turn-left', '--seed', '1', '--json']);
      expect(ended.code).toBe(1);
      return jsonOf<RunReport>(ended);
    };
    const looped = (file: string, seconds: number): string[] => {
      return ['-loop', '1', '-framerate', '15', '-i', file, '-t', String(seconds)];
    };

    const still = (name: string): string => {
      const path = join(folder, 'still.png');
      ffmpeg(['-i', video(name), '-frames:v', '1', path]);
      return path;
    };
    it.each(['live_a02_headturn_glasses.mp4', 'live_a05_headturn.mp4', 'live_a13_mouth_open.mp4'])(
      'a still of %s, shown for 12 s, ends in CHALLENGE_TIMEOUT',
      async (name) => {
        const { status, reason } = await judge(looped(still(name), 12), []);
        expect({ status, reason }).toEqual({ status: 'failed', reason: 'CHALLENGE_TIMEOUT' });
      },
      CLIP_MS,
    );

    it(
      'a still that the detector is unsure of does not pass: it times out, or is no face as it never moves',
      async () => {
        const { reason } = await judge(looped(still('live_a01_headturn.mp4'), 12), []);
        expect(['CHALLENGE_TIMEOUT', 'NO_FACE']).toContain(reason);
      },
      CLIP_MS,
    );

    it.each([
      'cartoon_s23.jpg',
      'cartoon_s7.jpg',
      'scene_background.jpg',
      'scene_pilatus800.jpg',
      'scene_street_cars.jpg',
    ])(
      '%s ends in NO_FACE',
      async (name) => {
        const { reason } = await judge(looped(join(fixtures, 'nonfaces', name), 4), ['-vf', 'scale=480:-2']);
        expect(reason).toBe('NO_FACE');
      },
      CLIP_MS,
    );

    it(
      'cartoon_art_3.jpg, drawn with the proportions of a person, does not pass',
      async () => {
        const file = join(fixtures, 'nonfaces', 'cartoon_art_3.jpg');
        const { reason } = await judge(looped(file, 4), ['-vf', 'scale=480:-2']);
        expect(['NO_FACE', 'CHALLENGE_TIMEOUT']).toContain(reason);
      },
      CLIP_MS,
    );

    const gain = (k: number): string => `lutyuv=y=16+(val-16)*${k}:u=128+(val-128)*${k}:v=128+(val-128)*${k}`;
    const smaller = (k: number): string =>
      `scale=iw*${k}:-2,pad=iw/${k}:ih/${k}:(ow-iw)/2:(oh-ih)/2:color=gray`;
    it.each([
      ['darkened to 15 % of its light', gain(0.15), 'too-dark'],
      ['darkened to 8 % of its light', gain(0.08), 'too-dark'],
      ['blurred by 6 px', 'gblur=6', 'blurred'],
      ['blurred by 10 px', 'gblur=10', 'blurred'],
      ['at 30 % of its size', smaller(0.3), 'too-far'],
    ])(
      'a person %s ends in QUALITY_TOO_LOW, naming the gate',
      async (_what, filter, gate) => {
        const report = await judge(['-i', video('live_a05_headturn.mp4'), '-t', '6'], ['-vf', filter]);
        expect({ reason: report.reason, gate: report.gate }).toEqual({ reason: 'QUALITY_TOO_LOW', gate });
      },
      CLIP_MS,
    );

    it(
      'two people in one picture end in SEVERAL_FACES',
      async () => {
        expect((await judge(['-i', video('multi_a01_two_faces.mp4')], [])).reason).toBe('SEVERAL_FACES');
      },
      CLIP_MS,
    );

    it(
      'two people side by side end in SEVERAL_FACES',
      async () => {
        const inputs = [
          '-i',
          video('live_a01_headturn.mp4'),
          '-i',
          video('live_a03_headturn.mp4'),
          '-t',
          '5',
        ];
        const sized = 'scale=-2:640,fps=25';
        const filter = ['-filter_complex', `[0]${sized}[a];[1]${sized}[b];[a][b]hstack`];
        expect((await judge(inputs, filter)).reason).toBe('SEVERAL_FACES');
      },
      CLIP_MS,
    );

    it(
      'a black picture ends in NO_FACE',
      async () => {
        const { reason } = await judge(['-f', 'lavfi', '-i', 'color=black:s=480x640:r=15:d=4'], []);
        expect(reason).toBe('NO_FACE');
      },
      CLIP_MS,
    );

    it(
      'a clip that breaks off in the middle is unreadable, and its file is named',
      async () => {
        const path = join(folder, 'half.mp4');
        writeFileSync(path, readFileSync(video('live_a13_mouth_open.mp4')).subarray(0, 60_000));
        const { code, stdout, stderr } = await huoti(['actions', path, '--json']);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr.trimEnd().split('\n').pop()).toMatch(/^huoti: MEDIA_UNREADABLE: .*half\.mp4: /);
      },
      CLIP_MS,
    );
  });
}
