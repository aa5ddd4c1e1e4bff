import { HuotiError } from '@huoti/protocol';
import type { GraphNode } from '@tensorflow/tfjs-converter';

const parsed = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** Options of a custom operation, which the converter left as JSON in the node's attribute `options`; parsed once a node. */
export function customOpOptions(node: GraphNode): CustomOpOptions {
  let options = parsed.get(node.attrs);
  if (!options) {
    options = JSON.parse(String(node.attrs['options'])) as Readonly<Record<string, unknown>>;
    parsed.set(node.attrs, options);
  }
  const all = options;
  return {
    number: (name) => {
      const value = all[name];
      if (typeof value !== 'number') throw missing(name);
      return value;
    },
    numbers: (name) => {
      const value = all[name];
      if (!Array.isArray(value)) throw missing(name);
      return value as readonly number[];
    },
  };
}

/** Reads one option by its name; a missing one is MODEL_LOAD_FAILED. */
export interface CustomOpOptions {
  number(name: string): number;
  numbers(name: string): readonly number[];
}

const missing = (name: string): HuotiError =>
  new HuotiError(
    'MODEL_LOAD_FAILED',
    `the model's operation lacks its option ${name}: convert the model again`,
  );
