import type { OpenMiniProgramOptions } from '../HostOptions.js';
import type { KindRow } from '../kindTable.js';
import { hiddenNames } from './hiddenNames.js';

/** Names that a platform's files see as undefined: those of a browser that it does not have, and what a test takes away besides. */
export function hiddenNamesOf(
  { globals }: Pick<KindRow, 'globals'>,
  { hidden = [], engine }: Pick<OpenMiniProgramOptions, 'hidden' | 'engine'>,
): string[] {
  const old = engine === 'old' ? ['globalThis'] : [];
  return [...new Set([...hiddenNames.filter((name) => !(name in globals)), ...old, ...hidden])];
}
