import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHuotiError } from '@huoti/protocol';
import { readClipRows } from './readClipRows.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huoti-rows-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(actions: string) {
  await writeFile(join(folder, 'actions.csv'), `file,action,start_s,end_s,person,part\n${actions}`);
  await writeFile(
    join(folder, 'liveness-videos.csv'),
    'file,label,species,person,part\nvideos/a.mp4,bona-fide,,p1,train\nvideos/b.mp4,attack,print,p2,test\nvideos/c.mp4,bona-fide,,,test\n',
  );
  return readClipRows(folder);
}

describe('the fixtures’ tables', () => {
  it('give the genuine clips with their labels in ms, and no attack', async () => {
    const rows = await read('videos/a.mp4,blink,1.25,1.75,p1,train\nvideos/b.mp4,blink,1,2,p2,test\n');
    expect(rows.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(rows[0]?.actions).toEqual([{ action: 'blink', startMs: 1250, endMs: 1750 }]);
  });

  it('let a clip of nobody named stand for a person of its own', async () => {
    const rows = await read('');
    expect(rows[1]?.person).toBe('videos/c.mp4');
    expect(rows[1]?.part).toBe('test');
  });

  it('are refused where they name an action that no session asks for', async () => {
    const refused = await read('videos/a.mp4,wink,1,2,p1,train\n').catch((error: unknown) => error);
    expect(isHuotiError(refused, 'MEDIA_UNREADABLE')).toBe(true);
  });
});
