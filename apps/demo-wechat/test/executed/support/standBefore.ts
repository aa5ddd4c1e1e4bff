import { zhCN } from '@huoti/ui';
import type { Action } from '@huoti/protocol';
import type { OpenCheck } from './openCheck.js';
import type { Person } from './Person.js';
import { showFilm } from './showFilm.js';
import { toMedium } from './toMedium.js';

/** Whoever was not understood does it again after this time, in ms. */
const AGAIN_MS = 2600;

/** What the big line asks for. Sides that are not told apart: the first turn is to the left. */
const ASKED: ReadonlyMap<string, Action> = new Map(
  Object.entries(zhCN.messages).flatMap(([key, words]): [string, Action][] => {
    if (!key.startsWith('action.')) return [];
    const action = key.slice('action.'.length);
    if (action === 'turn-one-side') return [[words, 'turn-left']];
    return [[words, (action === 'turn-other-side' ? 'turn-right' : action) as Action]];
  }),
);

/** What {@link standBefore} takes beside the person. */
export interface StandingOptions {
  /** What is done when something is asked. @default what is asked */
  readonly answer?: (asked: Action) => Action;
}

/** Stands before the camera in real time, reads the big line and does it. Returns what ends it. */
export function standBefore(
  opened: Pick<OpenCheck, 'host' | 'time' | 'headline'>,
  { player }: Person,
  { answer = (asked) => asked }: StandingOptions = {},
): () => void {
  const { widthPx, heightPx } = player;
  let read = '';
  let didAtMs = 0;
  const look = (atMs: number): void => {
    const line = opened.headline();
    const asked = ASKED.get(line);
    const isNew = line !== read;
    read = line;
    if (!asked || (!isNew && atMs - didAtMs < AGAIN_MS)) return;
    didAtMs = atMs;
    player.perform(answer(asked), atMs, !isNew);
  };
  return showFilm(opened, (atMs) => {
    look(atMs);
    const data = new Uint8ClampedArray(widthPx * heightPx * 4);
    player.drawAt(atMs, { data, widthPx, heightPx });
    return toMedium({ data, widthPx, heightPx });
  });
}
