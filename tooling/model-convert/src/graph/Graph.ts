/**
 * Values of a constant. `float16` holds the bits and `uint8` the steps of the source (value = min + step * scale), so that
 * weights pass through the conversion untouched.
 */
export type ConstantValues =
  | { readonly dtype: 'float16'; readonly data: Uint16Array }
  | { readonly dtype: 'float32'; readonly data: Float32Array }
  | { readonly dtype: 'int32'; readonly data: Int32Array }
  | { readonly dtype: 'uint8'; readonly data: Uint8Array; readonly scale: number; readonly min: number };

/** A named constant of the graph; shape in the layout TF.js expects. */
export type GraphConstant = ConstantValues & { readonly name: string; readonly shape: readonly number[] };

/** An attribute of a TF.js graph node, in the JSON form of a TensorFlow `AttrValue`. Strings are base64. */
export type NodeAttribute =
  | { readonly b: boolean }
  | { readonly i: string }
  | { readonly s: string }
  | { readonly type: 'DT_FLOAT' | 'DT_INT32' }
  | { readonly list: { readonly i: readonly string[] } | { readonly s: readonly string[] } };

/** One operation of a TF.js graph. Each has one output, known by the node's name. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, NodeAttribute>>;
}

/** A graph on its way to TF.js: nodes in execution order, one float32 input. */
export interface Graph {
  readonly input: { readonly name: string; readonly shape: readonly number[] };
  readonly constants: readonly GraphConstant[];
  readonly nodes: readonly GraphNode[];
  /** Names of the nodes whose values a caller may ask for. */
  readonly outputs: readonly string[];
}
