import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../python/', import.meta.url));
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

describe('the host side in Python', () => {
  it('passes its own tests: handshake, trust, sizes, credits, drops', () => {
    const { status, stderr } = spawnSync(
      PYTHON,
      ['-B', '-m', 'unittest', 'discover', '-t', '.', '-s', 'tests'],
      {
        cwd: FOLDER,
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([0, expect.stringMatching(/Ran 20 tests/)]);
  });
});
