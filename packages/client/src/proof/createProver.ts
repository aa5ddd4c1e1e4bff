import { sha256 } from '@noble/hashes/sha2.js';
import type { RandomSource } from '@huoti/core';
import { base64Url } from '../wire/base64Url.js';
import { utf8Bytes } from '../wire/utf8.js';
import type { ProofKey } from './ProofKey.js';

/** Random bytes of a proof's `jti`. */
const JTI_BYTES = 16;

/** What {@link createProver} takes. */
export interface ProverOptions {
  readonly key: ProofKey;
  readonly token: string;
  readonly random: RandomSource;
  /** Wall clock, ms since 1970. The server does not judge it: a phone's clock may be hours wrong. */
  readonly epochMs: () => number;
}

/** Makes the headers that prove, for one request, that its sender holds the token's key (RFC 9449). */
export interface Prover {
  /** A fresh proof: none is used twice, since the server counts each once. */
  headersFor(method: string, url: string): Promise<Readonly<Record<string, string>>>;
  /** The server's latest nonce; given back in the next proof. */
  learnNonce(nonce: string): void;
  /** The nonce that proofs carry now; `null` before the server's first answer. */
  readonly nonce: string | null;
}

const encoded = (value: unknown): string => base64Url(utf8Bytes(JSON.stringify(value)));

export function createProver({ key, token, random, epochMs }: ProverOptions): Prover {
  const ath = base64Url(sha256(utf8Bytes(token)));
  const head = encoded({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.jwk });
  let nonce: string | null = null;
  return {
    async headersFor(method, url) {
      const claims = {
        jti: base64Url(random.fill(new Uint8Array(JTI_BYTES))),
        htm: method,
        // Without query and fragment, as RFC 9449 has it.
        htu: url.replace(/[?#].*$/, ''),
        iat: Math.floor(epochMs() / 1000),
        ath,
        ...(nonce === null ? {} : { nonce }),
      };
      const signed = `${head}.${encoded(claims)}`;
      const signature = base64Url(await key.sign(utf8Bytes(signed)));
      return { authorization: `DPoP ${token}`, dpop: `${signed}.${signature}` };
    },
    learnNonce(latest) {
      nonce = latest;
    },
    get nonce() {
      return nonce;
    },
  };
}
