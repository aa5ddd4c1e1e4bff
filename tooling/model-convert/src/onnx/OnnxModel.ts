/** A constant of an ONNX file. Its numbers stay in the file's own order. */
export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** One operation. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Numbers and lists of whole ones; other kinds of attribute are listed by name with `null`. */
  readonly attributes: ReadonlyMap<string, readonly number[] | null>;
}

/** The part of an ONNX model that a converter needs: nodes in execution order, one input. */
export interface OnnxModel {
  readonly input: { readonly name: string; readonly shape: readonly number[] };
  readonly outputs: readonly string[];
  readonly nodes: readonly OnnxNode[];
  /** Those that operations `Constant` make among them: such operations are no nodes. */
  readonly constants: ReadonlyMap<string, OnnxTensor>;
}
