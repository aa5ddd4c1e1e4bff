import { gunzipSync } from 'node:zlib';
import { decodeTraceChunk, type TraceChunk } from '@huoti/protocol';
import type { Exchange } from './startRecordingProxy.js';

/** Everything that a session may ask of its own origin with something in it, by method and path. `ID` stands for the session's. */
const SENT: Readonly<Record<string, readonly string[] | 'bytes'>> = {
  'POST /demo/sessions': ['policy'],
  'POST /v1/sessions/ID/consent': [
    ...[
      'level',
      'policyVersion',
      'textHash',
      'inventoryHash',
      'language',
      'choices',
      'ageBand',
      'guardianReceiptId',
    ],
  ],
  'POST /v1/sessions/ID/plan': ['mirroringKnown', 'light', 'host'],
  'POST /v1/sessions/ID/steps': ['index', 'head', 'frames', 'pictures'],
  'POST /v1/sessions/ID/complete': ['evidenceHash'],
  'POST /v1/sessions/ID/outcome': ['status', 'reason', 'gate'],
  'PUT /v1/sessions/ID/evidence/manifest': [
    ...[
      'protocolVersion',
      'sessionId',
      'plan',
      'chain',
      'chunks',
      'pictures',
      'capture',
      'host',
      'engine',
      'outcome',
    ],
  ],
  'PUT /v1/sessions/ID/evidence/chunk-N': 'bytes',
  'PUT /v1/sessions/ID/evidence/picture-N-N': 'bytes',
};

/** Headers that a browser sends by itself or the client for its proof; none of them names a person or a device's model. */
const HEADERS: ReadonlySet<string> = new Set([
  ...[
    'host',
    'proxy-connection',
    'connection',
    'content-length',
    'content-type',
    'content-encoding',
    'content-digest',
    'pragma',
  ],
  ...[
    'cache-control',
    'accept',
    'accept-encoding',
    'accept-language',
    'user-agent',
    'origin',
    'authorization',
    'dpop',
  ],
  ...[
    'sec-ch-ua',
    'sec-ch-ua-mobile',
    'sec-ch-ua-platform',
    'sec-fetch-site',
    'sec-fetch-mode',
    'sec-fetch-dest',
    'sec-fetch-user',
  ],
  ...['upgrade-insecure-requests', 'priority', 'purpose', 'range'],
]);
/** Longest word that a client makes up itself, in characters; hashes have 64. */
const LONGEST_WORD = 128;

/** `POST /v1/sessions/ID/plan` and the like. */
export const routeOf = ({ method, path }: Exchange): string =>
  `${method} ${path
    .replace(/\?.*$/, '')
    .replace(/(?<=\/sessions\/)[A-Za-z0-9_-]{22}/, 'ID')
    .replace(/-\d+/g, '-N')}`;

/** With a body or with another method than reading: what a client sends. */
export const sentBy = (exchanges: readonly Exchange[]): readonly Exchange[] =>
  exchanges.filter(({ method, body }) => method !== 'GET' || body.length > 0);

/** Everything on the wire that stands in no list: routes, fields, headers, queries, words that are too long for what they should be. */
export function unknownOnTheWire(exchanges: readonly Exchange[]): string[] {
  const answers = exchanges.map(({ answer }) => answer.toString('latin1')).join('\n');
  const findings: string[] = [];
  for (const one of exchanges) {
    const route = routeOf(one);
    for (const header of Object.keys(one.headers))
      if (!HEADERS.has(header)) findings.push(`${route}: header ${header}`);
    if (one.path.includes('?') && !one.path.startsWith('/?')) findings.push(`${route}: a query`);
    if (one.method === 'GET' && one.body.length === 0) continue;
    const known = SENT[route];
    if (known === undefined) findings.push(`${route}: not in the list of what is sent`);
    if (known === undefined || known === 'bytes') continue;
    const body = JSON.parse(one.body.toString('utf8')) as Record<string, unknown>;
    for (const key of Object.keys(body)) if (!known.includes(key)) findings.push(`${route}: field ${key}`);
    JSON.stringify(body, (key, value: unknown) => {
      const isOwn = typeof value === 'string' && value.length > LONGEST_WORD && !answers.includes(value);
      if (isOwn) findings.push(`${route}: ${value.length} characters in ${key}`);
      return value;
    });
  }
  return findings;
}

/** The trace's chunks, decoded to the last byte. */
export const chunksOf = (exchanges: readonly Exchange[]): readonly TraceChunk[] =>
  exchanges
    .filter((one) => routeOf(one) === 'PUT /v1/sessions/ID/evidence/chunk-N')
    .map(({ body }) => decodeTraceChunk(new Uint8Array(gunzipSync(body))));

/** The body of the first request of a route. */
export function textSent(exchanges: readonly Exchange[], route: string): string {
  const found = exchanges.find((one) => routeOf(one) === route);
  if (found === undefined) throw new TypeError(`${route} was not sent`);
  return found.body.toString('utf8');
}

/** As {@link textSent}, read as JSON. */
export const jsonSent = (exchanges: readonly Exchange[], route: string): Record<string, unknown> =>
  JSON.parse(textSent(exchanges, route)) as Record<string, unknown>;
