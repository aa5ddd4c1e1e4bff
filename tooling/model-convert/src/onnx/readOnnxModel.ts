import { ConversionError } from '../errors/ConversionError.js';
import { readProtobufMessage, readVarint, type ProtobufField } from '../faces/readProtobufMessage.js';
import type { OnnxModel, OnnxNode, OnnxTensor } from './OnnxModel.js';

// ref: onnx/onnx.proto, field numbers
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, op: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, float: 2, int: 3, tensor: 5, ints: 8 } as const;
const TENSOR = { dims: 1, type: 2, floats: 4, name: 8, raw: 9 } as const;
const VALUE = { name: 1, type: 2 } as const;
const TYPE = { tensor: 1, shape: 2, dim: 1, dimValue: 1 } as const;
const FLOAT = 1;
const INT64 = 7;

type Fields = readonly ProtobufField[];

const malformed = (what: string): ConversionError => new ConversionError('MALFORMED_FILE', what);

const parts = (fields: Fields, number: number): Uint8Array[] =>
  fields.flatMap((field) => (field.number === number && field.kind === 'bytes' ? [field.value] : []));

const text = (fields: Fields, number: number): string =>
  Buffer.from(parts(fields, number)[0] ?? []).toString('utf8');

/** A repeated whole number, one a field or packed into one. */
function whole(fields: Fields, number: number): number[] {
  return fields.flatMap((field) => {
    if (field.number !== number) return [];
    if (field.kind === 'varint') return [field.value];
    if (field.kind !== 'bytes') throw malformed(`field ${number} is no list of whole numbers`);
    const values: number[] = [];
    for (let at = 0; at < field.value.length; ) {
      const { value, next } = readVarint(field.value, at);
      values.push(value);
      at = next;
    }
    return values;
  });
}

function readTensor(bytes: Uint8Array): OnnxTensor {
  const fields = readProtobufMessage(bytes);
  const name = text(fields, TENSOR.name);
  const shape = whole(fields, TENSOR.dims);
  const [type] = whole(fields, TENSOR.type);
  const count = shape.reduce((product, size) => product * size, 1);
  const raw = parts(fields, TENSOR.raw)[0] ?? parts(fields, TENSOR.floats)[0];
  if (type !== FLOAT && type !== INT64) {
    throw new ConversionError('UNSUPPORTED', `tensor ${name} has data type ${type}, expected float or int64`);
  }
  const width = type === FLOAT ? 4 : 8;
  if (raw === undefined || raw.length !== count * width) {
    throw malformed(`tensor ${name} has ${raw?.length ?? 0} bytes, its shape needs ${count * width}`);
  }
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const values =
    type === FLOAT
      ? Float32Array.from({ length: count }, (_, at) => view.getFloat32(at * 4, true))
      : Int32Array.from({ length: count }, (_, at) => Number(view.getBigInt64(at * 8, true)));
  return { name, shape, values };
}

const float = (fields: Fields, number: number): number[] =>
  fields.flatMap((field) => (field.number === number && field.kind === 'float' ? [field.value] : []));

function readNode(bytes: Uint8Array): OnnxNode {
  const fields = readProtobufMessage(bytes);
  const names = (number: number): string[] =>
    parts(fields, number).map((name) => Buffer.from(name).toString('utf8'));
  const attributes = parts(fields, NODE.attribute).map((one): [string, readonly number[] | null] => {
    const attribute = readProtobufMessage(one);
    const values = [
      ...float(attribute, ATTRIBUTE.float),
      ...whole(attribute, ATTRIBUTE.int),
      ...whole(attribute, ATTRIBUTE.ints),
    ];
    return [text(attribute, ATTRIBUTE.name), values.length > 0 ? values : null];
  });
  return {
    op: text(fields, NODE.op),
    inputs: names(NODE.input),
    outputs: names(NODE.output),
    attributes: new Map(attributes),
  };
}

/** The tensor that an operation `Constant` stands for, under the name of its output; nothing for other operations. */
function readConstant(bytes: Uint8Array): OnnxTensor[] {
  const fields = readProtobufMessage(bytes);
  if (text(fields, NODE.op) !== 'Constant') return [];
  const attributes = parts(fields, NODE.attribute).map((one) => readProtobufMessage(one));
  const [tensor] = attributes.flatMap((attribute) => parts(attribute, ATTRIBUTE.tensor));
  const name = text(fields, NODE.output);
  if (tensor === undefined) throw new ConversionError('UNSUPPORTED', `Constant ${name} is no tensor`);
  return [{ ...readTensor(tensor), name }];
}

function readValue(bytes: Uint8Array): { name: string; shape: readonly number[] } {
  const fields = readProtobufMessage(bytes);
  const inside = (of: Fields, number: number): Fields =>
    readProtobufMessage(parts(of, number)[0] ?? new Uint8Array());
  const shape = inside(inside(inside(fields, VALUE.type), TYPE.tensor), TYPE.shape);
  const sizes = parts(shape, TYPE.dim).map((dim) => whole(readProtobufMessage(dim), TYPE.dimValue)[0] ?? 0);
  return { name: text(fields, VALUE.name), shape: sizes };
}

/**
 * Reads an ONNX file.
 *
 * @throws ConversionError MALFORMED_FILE, UNSUPPORTED for constants that are neither float nor int64
 * @example readOnnxModel(await readFile('fr_feature.onnx')).nodes.length
 */
export function readOnnxModel(bytes: Uint8Array): OnnxModel {
  const [graph] = parts(readProtobufMessage(bytes), MODEL.graph);
  if (graph === undefined) throw malformed('the file holds no graph');
  const fields = readProtobufMessage(graph);
  const nodes = parts(fields, GRAPH.node);
  const constants = [...parts(fields, GRAPH.initializer).map(readTensor), ...nodes.flatMap(readConstant)];
  const known = new Map(constants.map((tensor) => [tensor.name, tensor]));
  const inputs = parts(fields, GRAPH.input)
    .map(readValue)
    .filter(({ name }) => !known.has(name));
  const [input, ...others] = inputs;
  if (input === undefined || others.length > 0) {
    throw new ConversionError('UNSUPPORTED', `expected one input, got ${inputs.length}`);
  }
  return {
    input,
    outputs: parts(fields, GRAPH.output).map((value) => readValue(value).name),
    nodes: nodes.map(readNode).filter(({ op }) => op !== 'Constant'),
    constants: known,
  };
}
