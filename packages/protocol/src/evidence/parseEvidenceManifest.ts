import { Errors } from '@sinclair/typebox/errors';
import { Check } from '@sinclair/typebox/value';
import { HuotiError } from '../errors/HuotiError.js';
import { PROTOCOL_VERSION } from '../version.js';
import { EvidenceManifestSchema, MAX_MANIFEST_CHARS, type EvidenceManifest } from './EvidenceManifest.js';

const malformed = (what: string): HuotiError =>
  new HuotiError('PROTOCOL_MALFORMED', `evidence manifest, ${what}`);

/**
 * Reads a manifest of unknown origin: its fields, their bounds, and that its lists fit each other.
 *
 * @param text as it was sent: the evidence hash is taken over these characters
 * @throws HuotiError PROTOCOL_MALFORMED naming the first field that is wrong; PROTOCOL_VERSION_UNSUPPORTED
 * @example const manifest = parseEvidenceManifest(body);
 */
export function parseEvidenceManifest(text: string): EvidenceManifest {
  if (text.length > MAX_MANIFEST_CHARS) {
    throw malformed(`length: ${text.length} characters, at most ${MAX_MANIFEST_CHARS} are read`);
  }
  const value = readJson(text);
  const version = (value as { protocolVersion?: unknown } | null | undefined)?.protocolVersion;
  if (typeof version === 'number' && version !== PROTOCOL_VERSION) {
    throw new HuotiError(
      'PROTOCOL_VERSION_UNSUPPORTED',
      `the evidence manifest is of protocol version ${version}, this build reads ${PROTOCOL_VERSION}: update the older side`,
    );
  }
  if (!Check(EvidenceManifestSchema, value)) {
    const first = Errors(EvidenceManifestSchema, value).First();
    const where = first?.path ? first.path.slice(1).replace(/\//g, '.') : 'manifest';
    throw malformed(`${where}: ${first?.message ?? 'not a manifest'}`);
  }
  checkLists(value);
  return value;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('text: not JSON');
  }
}

function checkLists({ chain, chunks, pictures }: EvidenceManifest): void {
  if (chain.length !== chunks.length + 1) {
    throw malformed(`chain: ${chain.length} hashes for ${chunks.length} chunks, one more is expected`);
  }
  const seen = new Set<string>();
  for (const { chunk, index } of pictures) {
    const named = chunks[chunk];
    if (!named || index >= named.pictures) {
      throw malformed(`pictures: chunk ${chunk} has no picture ${index}`);
    }
    if (seen.has(`${chunk}/${index}`)) throw malformed(`pictures: chunk ${chunk}, picture ${index} twice`);
    seen.add(`${chunk}/${index}`);
  }
}
