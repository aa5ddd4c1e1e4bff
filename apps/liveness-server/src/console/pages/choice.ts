import { markup, type Markup } from '../markup/markup.js';

/** What {@link choice} takes. */
export interface ChoiceOptions {
  readonly id: string;
  /** Of the form's field. @default the id */
  readonly name?: string;
  readonly label: string;
  /** Values and their words, in order. */
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: string | undefined;
}

/** A labelled list to choose one of. A value that is chosen and not offered is offered too: a filter never hides itself. */
export function choice({ id, name = id, label, options, chosen }: ChoiceOptions): Markup {
  const isOffered = chosen === undefined || options.some(([value]) => value === chosen);
  const offered = isOffered ? options : [...options, [chosen, chosen] as const];
  return markup`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}">${offered.map(
    ([value, words]) =>
      markup`<option value="${value}"${value === (chosen ?? '') && markup` selected`}>${words}</option>`,
  )}</select></div>`;
}
