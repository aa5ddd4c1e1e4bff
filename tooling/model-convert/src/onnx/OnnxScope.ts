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

  constructor(private readonly model: OnnxModel) {}

  bind(name: string, value: OnnxValue): void {
    this.values.set(name, value);
  }

  bindOutput({ op, outputs }: OnnxNode, value: OnnxValue): void {
    const [name] = outputs;
    if (name === undefined || outputs.length !== 1) {
      throw new ConversionError('UNSUPPORTED', `${op} has ${outputs.length} outputs, expected one`);
    }
    this.bind(name, value);
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
    const tensor = name === undefined ? undefined : this.model.constants.get(name);
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
