import { assertTemplate } from './assertTemplate.js';
import type { FaceTemplate } from './FaceTemplate.js';
import { HEADER_BYTES, MAGIC, TEMPLATE_FORMAT_VERSION } from './templateFormat.js';

/**
 * A template as bytes, for a store that encrypts. The layout stands in `templateFormat.ts`.
 *
 * @throws HuotiError INVALID_ARGUMENT for what is no template
 * @example const template = parseTemplate(serializeTemplate(template));
 */
export function serializeTemplate(template: FaceTemplate): Uint8Array {
  assertTemplate(template, 'the template');
  const { model, values } = template;
  const bytes = new Uint8Array(HEADER_BYTES + model.length + values.length * 4);
  const view = new DataView(bytes.buffer);
  MAGIC.forEach((byte, at) => view.setUint8(at, byte));
  view.setUint8(3, TEMPLATE_FORMAT_VERSION);
  view.setUint8(4, model.length);
  view.setUint16(5, values.length, true);
  for (let at = 0; at < model.length; at += 1) view.setUint8(HEADER_BYTES + at, model.charCodeAt(at));
  const start = HEADER_BYTES + model.length;
  values.forEach((value, at) => view.setFloat32(start + at * 4, value, true));
  return bytes;
}
