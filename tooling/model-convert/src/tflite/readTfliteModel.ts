import { ByteBuffer } from 'flatbuffers';
import { ConversionError } from '../errors/ConversionError.js';
import { FlatTable } from '../flatbuffer/FlatTable.js';
import type { TfliteModel, TfliteOperator, TfliteTensor, TfliteTensorType } from './TfliteModel.js';

// ref: tensorflow/lite/schema/schema.fbs (version 3), enum BuiltinOperator, TensorType and the field order of the tables
const BUILTIN_NAMES: Readonly<Record<number, string>> = {
  0: 'ADD',
  2: 'CONCATENATION',
  3: 'CONV_2D',
  4: 'DEPTHWISE_CONV_2D',
  6: 'DEQUANTIZE',
  14: 'LOGISTIC',
  17: 'MAX_POOL_2D',
  18: 'MUL',
  19: 'RELU',
  22: 'RESHAPE',
  34: 'PAD',
  45: 'STRIDED_SLICE',
  54: 'PRELU',
};
const CUSTOM_BUILTIN = 32;
const TENSOR_TYPES: Readonly<Record<number, TfliteTensorType>> = { 0: 'FLOAT32', 1: 'FLOAT16', 2: 'INT32' };
const SCHEMA_VERSION = 3;
const FILE_MARK = 'TFL3';
const MIN_FILE_BYTES = 8;

const MODEL = { version: 0, operatorCodes: 1, subgraphs: 2, buffers: 4 } as const;
const OPERATOR_CODE = { deprecatedBuiltin: 0, customName: 1, builtin: 3 } as const;
const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3 } as const;
const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3 } as const;
const OPERATOR = { code: 0, inputs: 1, outputs: 2, options: 4, customOptions: 5 } as const;

function malformed(message: string): ConversionError {
  return new ConversionError('MALFORMED_FILE', message);
}

function readTensor(table: FlatTable, index: number, buffers: readonly Uint8Array[]): TfliteTensor {
  const name = table.string(TENSOR.name);
  const bufferIndex = table.uint32(TENSOR.buffer, 0);
  const data = buffers[bufferIndex];
  if (data === undefined)
    throw malformed(`tensor ${index} (${name}) points at buffer ${bufferIndex}, which is absent`);
  const type = table.int8(TENSOR.type, 0);
  return { name, shape: table.int32s(TENSOR.shape), type: TENSOR_TYPES[type] ?? `TYPE_${type}`, data };
}

function readOperator(
  table: FlatTable,
  index: number,
  codes: readonly FlatTable[],
  tensorCount: number,
): TfliteOperator {
  const codeIndex = table.uint32(OPERATOR.code, 0);
  const code = codes[codeIndex];
  if (code === undefined)
    throw malformed(`operation ${index} points at operator code ${codeIndex}, which is absent`);
  // Files written before the enum outgrew a byte fill only the deprecated field.
  const builtin = Math.max(
    code.int8(OPERATOR_CODE.deprecatedBuiltin, 0),
    code.int32(OPERATOR_CODE.builtin, 0),
  );
  const isCustom = builtin === CUSTOM_BUILTIN;
  const inputs = table.int32s(OPERATOR.inputs);
  const outputs = table.int32s(OPERATOR.outputs);
  const outside = [
    ...inputs.filter((tensor) => tensor < -1),
    ...outputs.filter((tensor) => tensor < 0),
  ].concat([...inputs, ...outputs].filter((tensor) => tensor >= tensorCount));
  if (outside.length > 0)
    throw malformed(`operation ${index} points at tensor ${outside[0]}, which is absent`);
  return {
    name: isCustom ? code.string(OPERATOR_CODE.customName) : (BUILTIN_NAMES[builtin] ?? `BUILTIN_${builtin}`),
    isCustom,
    inputs,
    outputs,
    options: table.table(OPERATOR.options),
    customOptions: table.bytes(OPERATOR.customOptions),
  };
}

/**
 * Reads a TFLite file of schema version 3 with one subgraph. Names are not judged here: an operation that the converter
 * does not know is read as `BUILTIN_<number>` and refused when the graph is converted.
 *
 * @param bytes the whole file; tensors keep views into it
 * @throws ConversionError MALFORMED_FILE, UNSUPPORTED (another schema version, several subgraphs)
 * @example const { operators } = readTfliteModel(await readFile('face.tflite'));
 */
export function readTfliteModel(bytes: Uint8Array): TfliteModel {
  const mark = Buffer.from(bytes.subarray(4, MIN_FILE_BYTES)).toString('latin1');
  if (bytes.length < MIN_FILE_BYTES || mark !== FILE_MARK) {
    throw malformed(`not a TFLite file: expected the mark ${FILE_MARK} at byte 4 of ${bytes.length}`);
  }
  const model = FlatTable.root(new ByteBuffer(bytes));
  const version = model.uint32(MODEL.version, 0);
  const subgraphs = model.tables(MODEL.subgraphs);
  const [subgraph] = subgraphs;
  if (version !== SCHEMA_VERSION || subgraph === undefined || subgraphs.length !== 1) {
    throw new ConversionError(
      'UNSUPPORTED',
      `expected TFLite schema ${SCHEMA_VERSION} with one subgraph, got schema ${version} with ${subgraphs.length}`,
    );
  }
  const buffers = model.tables(MODEL.buffers).map((buffer) => buffer.bytes(0));
  const codes = model.tables(MODEL.operatorCodes);
  const tensors = subgraph.tables(SUBGRAPH.tensors).map((table, index) => readTensor(table, index, buffers));
  const inputs = subgraph.int32s(SUBGRAPH.inputs);
  const outputs = subgraph.int32s(SUBGRAPH.outputs);
  const outside = [...inputs, ...outputs].find((tensor) => tensors[tensor] === undefined);
  if (outside !== undefined)
    throw malformed(`the subgraph names tensor ${outside} as input or output, which is absent`);
  const operators = subgraph
    .tables(SUBGRAPH.operators)
    .map((table, index) => readOperator(table, index, codes, tensors.length));
  return { tensors, operators, inputs, outputs };
}
