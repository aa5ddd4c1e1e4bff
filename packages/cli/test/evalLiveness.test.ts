import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { huoti, jsonOf } from './support/huoti.js';
import { syntheticClip } from './support/syntheticClip.js';

interface Judged {
  readonly file: string;
  readonly accepted: boolean;
  readonly reason: string;
}
interface LivenessReport {
  readonly bonaFide: { readonly n: number; readonly rejected: number };
  readonly species: Readonly<Record<string, { readonly n: number; readonly accepted: number }>>;
  readonly worstSpecies: string | null;
  readonly stills: { readonly n: number; readonly noFace: number };
  readonly signals: Readonly<Record<string, { readonly measured: number; readonly unavailable: number }>>;
  readonly rows: readonly Judged[];
  readonly unreadable: readonly string[];
  readonly threshold: number;
}

const SLOW_MS = 300_000;

let folder: string;
let report: LivenessReport;
let code: number | null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-eval-liveness-'));
  const clip = (name: string, options: Parameters<typeof syntheticClip>[1]) =>
    syntheticClip(join(folder, name), options);
  await clip('person.y4m', { actions: ['blink', 'turn-left', 'mouth-open'] });
  await clip('photo.y4m', { scene: 'still-photo', seconds: 5 });
  await clip('empty.y4m', { scene: 'empty-room', seconds: 1 });
  await clip('frame.y4m', { seconds: 1 / 15 });
  writeFileSync(join(folder, 'broken.y4m'), 'YUV4MPEG2 W0 H0\n');
  const grey = sharp({ create: { width: 320, height: 240, channels: 3, background: '#808080' } });
  await grey.png().toFile(join(folder, 'wall.png'));
  const rows = [
    'file,label,species,person',
    'person.y4m,bona-fide,,anna',
    'photo.y4m,attack,print,anna',
    'empty.y4m,bona-fide,,',
    'frame.y4m,bona-fide,,',
    'broken.y4m,attack,screen,',
    'nowhere.y4m,bona-fide,,',
    'wall.png,attack,print,',
  ];
  writeFileSync(join(folder, 'table.csv'), rows.join('\n'));
  const ended = await huoti(['eval', 'liveness', join(folder, 'table.csv'), '--json']);
  code = ended.code;
  report = jsonOf<LivenessReport>(ended);
}, SLOW_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowOf = (file: string): Judged | undefined => report.rows.find((row) => row.file === file);

describe('eval liveness', () => {
  it('judges every clip that can be read, lists the others and ends with 0', () => {
    expect(code).toBe(0);
    expect(report.unreadable).toEqual(['broken.y4m', 'nowhere.y4m']);
    expect(report.rows.map(({ file }) => file)).toEqual([
      'person.y4m',
      'photo.y4m',
      'empty.y4m',
      'frame.y4m',
    ]);
  });

  it('counts clips alone: three live, one print, and no screen, since that one is unreadable', () => {
    expect(report.bonaFide.n).toBe(3);
    expect(Object.keys(report.species)).toEqual(['print']);
    expect(report.species.print?.n).toBe(1);
    expect(report.stills).toMatchObject({ n: 1, noFace: 1 });
  });

  it('a still photo that is filmed is refused, and the reason names a signal', () => {
    expect(rowOf('photo.y4m')).toMatchObject({ accepted: false });
    expect(rowOf('photo.y4m')?.reason).toMatch(/^(SPOOF_SUSPECTED|SIGNALS_INSUFFICIENT): /);
  });

  it('a clip without a face and a clip of one frame are not accepted, each with its reason', () => {
    expect(rowOf('empty.y4m')).toMatchObject({ accepted: false });
    expect(rowOf('empty.y4m')?.reason).toMatch(/^NO_FACE/);
    expect(rowOf('frame.y4m')).toMatchObject({ accepted: false });
    expect(rowOf('frame.y4m')?.reason).toMatch(/^(SIGNALS_INSUFFICIENT|SPOOF_SUSPECTED)/);
  });

  it('says of each signal in how many clips it was measured', () => {
    expect(Object.keys(report.signals)).toContain('turn-depth');
    for (const { measured, unavailable } of Object.values(report.signals)) {
      expect(measured + unavailable).toBe(4);
    }
    expect(report.threshold > 0 && report.threshold < 1).toBe(true);
  });

  it(
    'a table of which no file can be read ends with 2 and one line',
    async () => {
      writeFileSync(join(folder, 'gone.csv'), 'file,label,species\nnowhere.y4m,attack,print\n');
      const ended = await huoti(['eval', 'liveness', join(folder, 'gone.csv'), '--json']);
      expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(/huoti: MEDIA_UNREADABLE: .*nowhere\.y4m: there is no such file/);
    },
    SLOW_MS,
  );
});
