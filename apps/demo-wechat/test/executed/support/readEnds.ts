import type { MiniProgramHost } from '@huoti/wx-host';
import type { CheckEnd } from './CheckEnd.js';

/** The ends of all checks so far, in order. */
export const readEnds = ({ record }: MiniProgramHost): readonly CheckEnd[] =>
  record.console
    .filter(({ values }) => values[0] === 'huoti')
    .map(({ values }) => JSON.parse(String(values[1])) as CheckEnd);
