import { describe, expect, it } from '@jest/globals';
import { buildTflite, type TestModel } from '../../test/buildTflite.js';
import { ConversionError } from '../errors/ConversionError.js';
import { readTfliteModel } from './readTfliteModel.js';

const SMALL: TestModel = {
  tensors: [
    { name: 'in', shape: [1, 2] },
    { name: 'out', shape: [1, 2] },
    { name: 'slopes', shape: [2], type: 1, data: Uint16Array.of(0x3c00, 0x4000) },
  ],
  operators: [{ builtin: 54, inputs: [0, 2], outputs: [1] }],
  inputs: [0],
  outputs: [1],
};

describe('readTfliteModel', () => {
  it('reads tensors, operations and ends', () => {
    const model = readTfliteModel(buildTflite(SMALL));
    expect(model.tensors.map(({ name, type, shape }) => [name, type, shape])).toEqual([
      ['in', 'FLOAT32', [1, 2]],
      ['out', 'FLOAT32', [1, 2]],
      ['slopes', 'FLOAT16', [2]],
    ]);
    expect([...(model.tensors[2]?.data ?? [])]).toEqual([0x00, 0x3c, 0x00, 0x40]);
    expect(model.operators.map(({ name, inputs, outputs }) => [name, inputs, outputs])).toEqual([
      ['PRELU', [0, 2], [1]],
    ]);
    expect([model.inputs, model.outputs]).toEqual([[0], [1]]);
  });

  it('names an operation it does not know by its number, also above 127', () => {
    const model = readTfliteModel(
      buildTflite({ ...SMALL, operators: [{ builtin: 150, inputs: [0], outputs: [1] }] }),
    );
    expect(model.operators[0]?.name).toBe('BUILTIN_150');
  });

  it.each([0, 7, 8, 64])('refuses %i bytes of something else', (length) => {
    expect(() => readTfliteModel(new Uint8Array(length))).toThrow(/not a TFLite file/);
  });

  it('refuses another schema version', () => {
    expect(() => readTfliteModel(buildTflite({ ...SMALL, version: 4 }))).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED', message: expect.stringContaining('schema 4') }),
    );
  });

  it('refuses an operation on a tensor that is absent', () => {
    const operators = [{ builtin: 54, inputs: [0, 9], outputs: [1] }];
    expect(() => readTfliteModel(buildTflite({ ...SMALL, operators }))).toThrow(
      /operation 0 points at tensor 9/,
    );
    expect(() =>
      readTfliteModel(buildTflite({ ...SMALL, operators: [{ builtin: 54, inputs: [-2], outputs: [1] }] })),
    ).toThrow(/operation 0 points at tensor -2/);
  });

  it('refuses an input or output that is absent', () => {
    expect(() => readTfliteModel(buildTflite({ ...SMALL, outputs: [3] }))).toThrow(
      /names tensor 3 as input or output/,
    );
  });

  it('gives a typed error or a model, never anything else, wherever the file is cut', () => {
    const bytes = buildTflite(SMALL);
    let refused = 0;
    for (let length = 0; length < bytes.length; length += 1) {
      try {
        readTfliteModel(bytes.slice(0, length));
      } catch (error) {
        expect(error).toBeInstanceOf(ConversionError);
        refused += 1;
      }
    }
    // The builder writes from the end, where the first buffers lie, so every cut takes something that is needed.
    expect(refused).toBe(bytes.length);
  });

  it('gives a typed error or a model, never anything else, whichever byte is overwritten', () => {
    const bytes = buildTflite(SMALL);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = 0xff;
      try {
        readTfliteModel(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(ConversionError);
      }
    }
    expect.hasAssertions();
  });
});
