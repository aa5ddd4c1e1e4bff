import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { HuotiError } from '@huoti/protocol';
import { ACTIONS, type Action } from '@huoti/protocol';
import type { ClipRow, LabelledAction, Part } from './ClipRow.js';

/** Rows of one of the fixtures' tables, a record each. None of them quotes a value. */
export async function readTable(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new HuotiError('MEDIA_UNREADABLE', `${path} could not be read: set HUOTI_FIXTURES`, { cause });
  });
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const names = (head ?? '').split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
  });
}

/** @throws HuotiError MEDIA_UNREADABLE for another word */
export function asPart(word: string | undefined): Part {
  if (word === 'train' || word === 'test') return word;
  throw new HuotiError('MEDIA_UNREADABLE', `part is "${word ?? ''}": train or test is expected`);
}

/**
 * The genuine clips of the fixtures, with the actions that are labelled in them.
 *
 * @param folder of the fixtures
 * @throws HuotiError MEDIA_UNREADABLE
 */
export async function readClipRows(folder: string): Promise<readonly ClipRow[]> {
  const labelled = await readTable(join(folder, 'actions.csv'));
  const videos = await readTable(join(folder, 'liveness-videos.csv'));
  return videos
    .filter(({ label }) => label === 'bona-fide')
    .map(({ file = '', person = '', part }) => ({
      file,
      id: basename(file, extname(file)),
      person: person === '' ? file : person,
      part: asPart(part),
      actions: labelled.filter((row) => row['file'] === file).map(actionOf),
    }));
}

function actionOf(row: Readonly<Record<string, string>>): LabelledAction {
  const action = ACTIONS.find((one) => one === row['action']);
  if (!action) throw new HuotiError('MEDIA_UNREADABLE', `actions.csv names "${row['action'] ?? ''}"`);
  return {
    action: action satisfies Action,
    startMs: Number(row['start_s']) * 1000,
    endMs: Number(row['end_s']) * 1000,
  };
}
