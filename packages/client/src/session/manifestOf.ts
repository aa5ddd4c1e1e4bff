import type { FrameStream, TripwireReading } from '@huoti/core';
import {
  PROTOCOL_VERSION,
  type EvidenceManifest,
  type HostFacts,
  type LivenessResult,
  type PictureReference,
} from '@huoti/protocol';
import { ENGINE_VERSION } from '../engineVersion.js';
import type { Commitments } from './createCommitments.js';

/** What {@link manifestOf} takes. */
export interface ManifestOptions {
  readonly sessionId: string;
  readonly planJws: string;
  readonly commitments: Commitments;
  readonly pictures: readonly (PictureReference & { readonly sha256: string })[];
  readonly stream: FrameStream;
  /** Left out where nothing was looked at. */
  readonly tripwires?: readonly TripwireReading[];
  readonly host: HostFacts;
  readonly result: LivenessResult;
}

/** Longest texts of the manifest, in characters. */
const MAX_DETAIL = 512;
const MAX_WARNING = 256;
const MAX_WARNINGS = 16;
const MAX_NETWORK = 32;
const MAX_ENGINE_WORD = 32;

/** What the client says of the evidence that it sent. The server believes none of it; it is what `complete` fixes. */
export function manifestOf({
  sessionId,
  planJws,
  commitments,
  pictures,
  stream,
  tripwires,
  host,
  result,
}: ManifestOptions): EvidenceManifest {
  const { engine } = result;
  return {
    protocolVersion: PROTOCOL_VERSION,
    sessionId,
    plan: planJws,
    chain: commitments.chain.slice(),
    chunks: commitments.chunks.map((chunk) => ({ ...chunk })),
    pictures: pictures.map(({ chunk, index, sha256 }) => ({ chunk, index, sha256 })),
    capture: {
      source: stream.kind,
      mirroringKnown: stream.mirroringKnown,
      warnings: stream.warnings.slice(0, MAX_WARNINGS).map((warning) => warning.slice(0, MAX_WARNING)),
      ...(tripwires === undefined
        ? {}
        : { tripwires: tripwires.map(({ name, tripped, detail }) => ({ name, tripped, detail })) }),
    },
    host: { ...host, network: host.network === null ? null : host.network.slice(0, MAX_NETWORK) },
    engine: {
      version: ENGINE_VERSION,
      backend: engine.backend.slice(0, MAX_ENGINE_WORD),
      models: { ...engine.models },
    },
    outcome:
      result.status === 'completed'
        ? { status: 'completed' }
        : {
            status: 'failed',
            reason: result.reason,
            ...(result.gate === undefined ? {} : { gate: result.gate }),
            detail: result.detail.slice(0, MAX_DETAIL),
          },
  };
}
