import { type FaceTemplate, serializeTemplate } from '@huoti/embedder';

const FLOAT_BYTES = 4;

/** A template's values as base64 of 32-bit floats, little-endian. */
export function writeTemplateText({ values }: FaceTemplate): string {
  const bytes = new DataView(new ArrayBuffer(values.length * FLOAT_BYTES));
  values.forEach((value, at) => bytes.setFloat32(at * FLOAT_BYTES, value, true));
  return Buffer.from(bytes.buffer).toString('base64');
}

/**
 * The template that a text holds.
 *
 * @throws HuotiError INVALID_ARGUMENT where it holds none: not of length 1, another number of bytes, a value that is no number
 */
export function readTemplateText(model: string, text: string): FaceTemplate {
  const bytes = Buffer.from(text, 'base64');
  const count = Math.floor(bytes.length / FLOAT_BYTES);
  // A part of a float at the end makes it no template: there is none then.
  const isWhole = bytes.length % FLOAT_BYTES === 0;
  const values = Float32Array.from({ length: isWhole ? count : 0 }, (_, at) =>
    bytes.readFloatLE(at * FLOAT_BYTES),
  );
  const template = { model, values };
  serializeTemplate(template);
  return template;
}
