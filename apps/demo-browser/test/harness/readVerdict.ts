import { createPublicKey } from 'node:crypto';
import type { ResultClaims } from '@huoti/protocol';
import jsonwebtoken from 'jsonwebtoken';
import type { ServedSite } from './startServedSite.js';

const PATIENCE_MS = 90_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One check as the service found it. */
export interface CheckReading {
  readonly name: string;
  readonly pass: boolean;
  readonly got: string;
  readonly expected: string;
}

/** The signed result of a session, waited for, and verified by a library that the service does not use. */
export async function readVerdict(site: ServedSite, sessionId: string): Promise<ResultClaims> {
  const untilMs = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await site.ask(`/v1/sessions/${sessionId}/result`);
    if (answer.status === 200) return verify(site, await answer.text());
    if (answer.status !== 202 || Date.now() > untilMs) {
      throw new TypeError(`no result: ${answer.status} ${await answer.text()}`);
    }
    await pause(250);
  }
}

/** Every check of the verdict, for the message of a test that fails. */
export async function readChecks(site: ServedSite, sessionId: string): Promise<readonly CheckReading[]> {
  const answer = await site.ask(`/v1/sessions/${sessionId}/checks`);
  return ((await answer.json()) as { checks: readonly CheckReading[] }).checks;
}

async function verify(site: ServedSite, jws: string): Promise<ResultClaims> {
  const answer = await site.ask('/.well-known/jwks.json');
  const { keys } = (await answer.json()) as { keys: ({ kid: string } & Record<string, string>)[] };
  const head = jsonwebtoken.decode(jws, { complete: true })?.header;
  const jwk = keys.find(({ kid }) => kid === head?.kid);
  if (jwk === undefined) throw new TypeError('the result is signed by a key that is not published');
  if (head?.typ !== 'huoti-result+jwt') throw new TypeError(`the result's type is ${head?.typ}`);
  const claims = jsonwebtoken.verify(jws, createPublicKey({ key: jwk, format: 'jwk' }), {
    algorithms: ['ES256'],
    issuer: site.publicUrl,
    audience: 'demo',
  });
  return claims as ResultClaims & object;
}
