import type { NodeAttribute } from './Graph.js';

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/**
 * Makers of node attributes, in the JSON form that the TF.js converter parses.
 *
 * @example { strides: attribute.ints([1, 2, 2, 1]), padding: attribute.text('SAME') }
 */
export const attribute = {
  flag: (value: boolean): NodeAttribute => ({ b: value }),
  int: (value: number): NodeAttribute => ({ i: String(value) }),
  ints: (values: readonly number[]): NodeAttribute => ({ list: { i: values.map(String) } }),
  text: (value: string): NodeAttribute => ({ s: base64(value) }),
  texts: (values: readonly string[]): NodeAttribute => ({ list: { s: values.map(base64) } }),
} as const;
