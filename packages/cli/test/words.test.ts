import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { huoti } from './support/huoti.js';

describe('words', () => {
  it('--help lists every command on standard output', async () => {
    const { code, stdout, stderr } = await huoti(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of [
      'doctor',
      'run CLIP',
      'actions CLIP',
      'landmarks FILE',
      'compare A B',
      'eval actions MANIFEST.csv',
      'eval liveness MANIFEST.csv',
      'eval pairs PAIRS.csv',
    ]) {
      expect(stdout).toContain(`huoti ${name}`);
    }
  });

  it('no word at all is wrong usage, told on standard error', async () => {
    const { code, stdout, stderr } = await huoti([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('usage: huoti COMMAND');
  });

  it('--version is the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await huoti(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('a command with --help tells about itself', async () => {
    const { code, stdout } = await huoti(['run', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--seed draws the same plan');
  });

  it.each([
    [['frobnicate'], 'huoti: "frobnicate" is no command; use one of doctor, run'],
    [['constructor'], 'huoti: "constructor" is no command'],
    [
      ['eval', 'faces'],
      'huoti: "eval faces" is no command; did you mean eval actions, eval liveness, eval pairs?',
    ],
    [['--json'], 'huoti: there is no option --json'],
    [['run'], 'huoti: INVALID_ARGUMENT: 1 name(s) needed and 0 given; usage: huoti run CLIP'],
    [['actions', 'a.y4m', 'b.y4m'], 'huoti: INVALID_ARGUMENT: "b.y4m" is one word too many'],
    [
      ['landmarks', 'a.jpg', '--draw', 'out.jpg'],
      'huoti: INVALID_ARGUMENT: --draw out.jpg: a PNG is written',
    ],
    [['actions', 'nowhere.mp4', '--json'], 'huoti: MEDIA_UNREADABLE: nowhere.mp4: there is no such file'],
    [['eval', 'actions', 'nowhere.csv'], 'huoti: MEDIA_UNREADABLE: nowhere.csv: it can'],
  ])('%j is told in one line and ends with 2', async (words, message) => {
    const { code, stdout, stderr } = await huoti(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(message);
  });
});
