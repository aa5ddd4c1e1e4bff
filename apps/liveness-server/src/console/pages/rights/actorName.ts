import type { OperatorRow } from '@huoti/server';
import { markup, type Markup } from '../../markup/markup.js';

const OPERATOR = 'operator:';

/** Who did something: an operator by name, everything else as it is in the log. */
export function actorName(actor: string, operators: readonly OperatorRow[]): Markup {
  const name = actor.startsWith(OPERATOR)
    ? operators.find(({ id }) => id === actor.slice(OPERATOR.length))?.name
    : undefined;
  return name === undefined ? markup`<code>${actor}</code>` : markup`<span title="${actor}">${name}</span>`;
}
