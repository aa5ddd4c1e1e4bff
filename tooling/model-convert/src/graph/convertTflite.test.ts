import { buildTflite, type TestTensor } from '../../test/buildTflite.js';
import { convertMini, floats } from '../../test/miniModel.js';
import { loadFiles, runOutputs, startWasm } from '../../test/runGraphModel.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ConversionError } from '../errors/ConversionError.js';
import { optimiseGraph } from '../optimise/optimiseGraph.js';
import { readTfliteModel } from '../tflite/readTfliteModel.js';
import { writeGraphModel } from '../tfjs/writeGraphModel.js';
import { convertTflite } from './convertTflite.js';

beforeAll(startWasm);

describe('constants', () => {
  it('DEQUANTIZE of a float16 constant gives its values', async () => {
    const file = buildTflite({
      tensors: [
        { name: 'in', shape: [1, 2] },
        { name: 'out', shape: [1, 2] },
        { name: 'half', shape: [2], type: 1, data: Uint16Array.of(0x3c00, 0xc100) },
        { name: 'wide', shape: [2] },
      ],
      operators: [
        { builtin: 6, inputs: [2], outputs: [3] },
        { builtin: 0, inputs: [0, 3], outputs: [1] },
      ],
      inputs: [0],
      outputs: [1],
    });
    const graph = optimiseGraph(convertTflite(readTfliteModel(file), [{ name: 'result', from: ['out'] }]));
    const model = await loadFiles(writeGraphModel(graph, { weightsFile: 'w.bin' }));
    const [output] = runOutputs(model, { values: Float32Array.of(10, 10), shape: [1, 2] }, ['result']);
    expect(output?.values).toEqual([11, 7.5]);
  });

  it('DEQUANTIZE of anything but a float16 constant is refused', () => {
    expect(() => convertMini({ builtin: 6, input: [], inputShape: [2], outputShape: [2] })).toThrow(
      /DEQUANTIZE of tensor in \(FLOAT32\)/,
    );
  });

  it('a constant of another type is refused by name', () => {
    const quantised: TestTensor = { name: 'b8', shape: [2], type: 9, data: Int8Array.of(1, 2) };
    expect(() =>
      convertMini({ builtin: 0, input: [], inputShape: [1, 2], outputShape: [1, 2], constants: [quantised] }),
    ).toThrow(/tensor b8 of ADD is of TYPE_9/);
  });

  it('a constant whose bytes do not fill its shape is malformed', () => {
    const short = floats('b', [4], [1, 2]);
    expect(() =>
      convertMini({ builtin: 0, input: [], inputShape: [1, 4], outputShape: [1, 4], constants: [short] }),
    ).toThrow(/tensor b of ADD has 8 bytes, its shape needs 16/);
  });
});

describe('operations outside the list', () => {
  it('are refused with the operation and the tensor it makes', () => {
    const convert = () => convertMini({ builtin: 25, input: [], inputShape: [1, 2], outputShape: [1, 2] });
    expect(convert).toThrow(ConversionError);
    expect(convert).toThrow('operation BUILTIN_25, which makes tensor out, is not supported');
  });

  it.each(['Mystery', 'ADD'])('are refused when they are custom, as %s is here', (custom) => {
    const file = buildTflite({
      tensors: [
        { name: 'in', shape: [1] },
        { name: 'out', shape: [1] },
      ],
      operators: [{ builtin: 32, custom, inputs: [0, 0], outputs: [1] }],
      inputs: [0],
      outputs: [1],
    });
    expect(() => convertTflite(readTfliteModel(file), [])).toThrow(
      `custom operation ${custom}, which makes tensor out, is not supported`,
    );
  });
});
