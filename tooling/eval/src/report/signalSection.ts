import type { Presentation } from '../rows/Presentation.js';
import { markdownTable } from './markdown.js';
import { signalTable } from './signalTable.js';

const auc = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

/** Each signal alone, train and test apart, in markdown. */
export function signalSection(rows: readonly Presentation[]): string[] {
  const [train, test] = (['train', 'test'] as const).map(
    (part) => new Map(signalTable(rows.filter((row) => row.part === part)).map((row) => [row.name, row])),
  );
  return markdownTable(
    ['signal', 'family', 'AUC, train', 'AUC, test', 'measured: live, attacks', 'unavailable: live, attacks'],
    signalTable(rows).map(({ name, family, live, attack, unavailableLive, unavailableAttack }) => [
      name,
      family,
      auc(train?.get(name)?.auc ?? null),
      auc(test?.get(name)?.auc ?? null),
      `${live.length}, ${attack.length}`,
      `${unavailableLive}, ${unavailableAttack}`,
    ]),
  );
}
