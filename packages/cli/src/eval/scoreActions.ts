import type { FileAction } from './FileAction.js';
import { matchActions } from './matchActions.js';

/** One action's numbers. */
export interface ActionScore {
  /** Rows of the table. */
  readonly truth: number;
  readonly found: number;
  /** Share of the rows that were found; `null` without rows. */
  readonly recall: number | null;
  /** Share of what was found that is in the table; `null` where nothing was found. */
  readonly precision: number | null;
}

/** How the detectors did over a table. */
export interface ActionScores {
  readonly actions: Readonly<Record<string, ActionScore>>;
  readonly misses: readonly FileAction[];
  readonly falseAlarms: readonly FileAction[];
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

/**
 * Scores what was found against the table, file by file. Only files that the table names count.
 *
 * @example scoreActions(truths, founds).actions.blink?.recall
 */
export function scoreActions(truths: readonly FileAction[], founds: readonly FileAction[]): ActionScores {
  const files = [...new Set(truths.map(({ file }) => file))];
  const counted = founds.filter(({ file }) => files.includes(file));
  const matches = files.map((file) =>
    matchActions(
      truths.filter((truth) => truth.file === file),
      counted.filter((found) => found.file === file),
    ),
  );
  const hits = matches.flatMap(({ pairs }) => pairs.map(({ truth }) => truth));
  const names = [...new Set([...truths, ...counted].map(({ action }) => action))];
  const count = (list: readonly FileAction[], name: string): number =>
    list.filter(({ action }) => action === name).length;
  const score = (name: string): ActionScore => {
    const [truth, found, hit] = [count(truths, name), count(counted, name), count(hits, name)];
    return { truth, found, recall: share(hit, truth), precision: share(hit, found) };
  };
  return {
    actions: Object.fromEntries(names.map((name) => [name, score(name)])),
    misses: matches.flatMap(({ missed }) => missed),
    falseAlarms: matches.flatMap(({ unmatched }) => unmatched),
  };
}
