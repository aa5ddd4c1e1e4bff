import { HuotiError } from '@huoti/protocol';
import { templateFault } from './assertTemplate.js';
import type { FaceTemplate } from './FaceTemplate.js';
import { HEADER_BYTES, MAGIC, TEMPLATE_FORMAT_VERSION } from './templateFormat.js';

/**
 * Reads a template's bytes back. Nothing is allocated before the length is known to be right.
 *
 * @throws HuotiError PROTOCOL_MALFORMED, PROTOCOL_VERSION_UNSUPPORTED for a layout of a later version
 */
export function parseTemplate(bytes: Uint8Array): FaceTemplate {
  if (bytes.length < HEADER_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw malformed('it does not begin as one');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint8(3);
  if (version !== TEMPLATE_FORMAT_VERSION) {
    throw new HuotiError(
      'PROTOCOL_VERSION_UNSUPPORTED',
      `the template has layout ${version}, this version reads ${TEMPLATE_FORMAT_VERSION}: enrol the face again`,
    );
  }
  const nameLength = view.getUint8(4);
  const count = view.getUint16(5, true);
  const start = HEADER_BYTES + nameLength;
  if (bytes.length !== start + count * 4) {
    throw malformed(`it has ${bytes.length} bytes, ${start + count * 4} expected`);
  }
  const name = Array.from(bytes.subarray(HEADER_BYTES, start));
  const values = Float32Array.from({ length: count }, (_, at) => view.getFloat32(start + at * 4, true));
  const template = { model: String.fromCharCode(...name), values };
  const fault = templateFault(template);
  if (fault !== null) throw malformed(fault);
  return template;
}

const malformed = (fault: string): HuotiError =>
  new HuotiError('PROTOCOL_MALFORMED', `the bytes are no face template: ${fault}`);
