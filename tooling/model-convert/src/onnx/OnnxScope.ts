import { ConversionError } from '../errors/ConversionError.js';
import type { GraphBuilder } from '../graph/GraphBuilder.js';
import type { OnnxModel, OnnxNode, OnnxTensor } from './OnnxModel.js';

/** A value of the graph under construction: its node, and its shape with channels last. */
export interface OnnxValue {
  readonly node: string;
  readonly shape: readonly number[];
}

/** What the converter of one operation is given. */
export interface OnnxContext {
  readonly node: OnnxNode;
  readonly scope: OnnxScope;
  readonly builder: GraphBuilder;
}

/** Which ONNX name is which node, while a file is converted. */
export class OnnxScope {
  private readonly values = new Map<string, OnnxValue>();
  private readonly folded = new Map<string, OnnxTensor>();

  constructor(private readonly model: OnnxModel) {}

  bind(name: string, value: OnnxValue): void {
    this.values.set(name, value);
  }

  bindOutput(node: OnnxNode, value: OnnxValue): void {
    this.bind(outputOf(node), value);
  }

  /** Whole numbers that follow from shapes alone: nodes that read them find a constant. */
  foldOutput(node: OnnxNode, values: readonly number[], shape: readonly number[] = [values.length]): void {
    const name = outputOf(node);
    this.folded.set(name, { name, shape, values: Int32Array.from(values) });
  }

  /** @throws ConversionError MALFORMED_FILE where nothing computed it yet */
  value(node: OnnxNode, position: number): OnnxValue {
    const name = node.inputs[position];
    const value = name === undefined ? undefined : this.values.get(name);
    if (value === undefined) {
      throw new ConversionError(
        'MALFORMED_FILE',
        `input ${position} of ${node.op} (${name}) is not computed`,
      );
    }
    return value;
  }

  /** @throws ConversionError UNSUPPORTED where it is computed, not constant */
  constant(node: OnnxNode, position: number): OnnxTensor {
    const name = node.inputs[position];
    const tensor = name === undefined ? undefined : (this.folded.get(name) ?? this.model.constants.get(name));
    if (tensor === undefined) {
      throw new ConversionError('UNSUPPORTED', `input ${position} of ${node.op} (${name}) is no constant`);
    }
    return tensor;
  }

  /** A constant of floats. */
  floats(node: OnnxNode, position: number): { values: Float32Array; shape: readonly number[] } {
    const { name, values, shape } = this.constant(node, position);
    if (values instanceof Float32Array) return { values, shape };
    throw new ConversionError('UNSUPPORTED', `${name} of ${node.op} holds whole numbers, expected floats`);
  }
}

function outputOf({ op, outputs }: OnnxNode): string {
  const [name] = outputs;
  if (name !== undefined && outputs.length === 1) return name;
  throw new ConversionError('UNSUPPORTED', `${op} has ${outputs.length} outputs, expected one`);
}
