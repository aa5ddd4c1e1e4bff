import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { summaryOf, type CameraFile } from '@huoti/demo-browser/testing';
import { parseEvidenceManifest } from '@huoti/protocol';
import { createHash } from 'node:crypto';
import { picturesIn } from '../harness/picturesIn.js';
import { readJpeg } from '../harness/readJpeg.js';
import type { Exchange } from '../harness/startRecordingProxy.js';
import { chunksOf, jsonSent, routeOf, sentBy, textSent, unknownOnTheWire } from '../harness/wire.js';
import { NOTHING_STORED } from '../harness/storedState.js';
import { showTurningPerson } from '../harness/showTurningPerson.js';
import { startPage, startWatchedSite, type WatchedSite } from '../harness/startWatchedSite.js';
import { undeclaredReads } from '../harness/undeclaredReads.js';
import { watchWhole, watchSession, type WatchedSession } from '../harness/watchSession.js';

const LIMIT_MS = 240_000;
const ACTIONS = ['turn-right'] as const;
const SESSIONS = {
  none: '/?lang=en&source=camera&plan=turn-right',
  'none with light': '/?lang=en&source=camera&plan=turn-right,light',
  trace: '/?lang=en&source=camera&level=trace&policy=proof-trace',
  frames: '/?lang=en&source=camera&level=frames&policy=proof-frames',
} as const;
const NAMES = Object.keys(SESSIONS) as (keyof typeof SESSIONS)[];
/** An address that no packet is sent to: the browser only asks the system whether it has a way to IPv6. */
const IPV6_QUESTION = 'udp [2001:4860:4860::8888]:443';
/** Addresses of the browser's own questions, which are not the page's. */
const OWN = 'http://127.0.0.1:1/';
/** What a frame's numbers take, packed, in bytes: 410 were measured (2026-11-27); the smallest picture of a face has 4,000. */
const MAX_FRAME_BYTES = 700;
const MANIFEST = 'PUT /v1/sessions/ID/evidence/manifest';
const PICTURE = 'PUT /v1/sessions/ID/evidence/picture-N-N';
/** The facts of section 1.3: browser and app, platform and system, engine, language, network. */
const HOST_FACTS = ['kind', 'browser', 'browserVersion', 'os', 'engine', 'language', 'network'];

let site: Promise<WatchedSite> | null = null;
let page: ReturnType<typeof startPage> | null = null;
let camera: CameraFile;
const sessions = new Map<string, Promise<WatchedSession>>();

/** Nothing is started before a test asks for it: a run of one test takes no longer than what it looks at. */
function openSite(): Promise<WatchedSite> {
  site ??= startWatchedSite({
    'proof-trace': { evidenceLevel: 'trace', actions: ACTIONS },
    'proof-frames': { evidenceLevel: 'frames', actions: ACTIONS },
  });
  return site;
}

async function run(name: keyof typeof SESSIONS): Promise<WatchedSession> {
  const isAlone = name.startsWith('none');
  if (isAlone) page ??= startPage();
  const { origin } = await (isAlone && page ? page : openSite());
  const options = { origin, path: SESSIONS[name], clip: camera.path };
  // Whoever stands on a clip does not see the light.
  return (name === 'none with light' ? watchSession : watchWhole)(options);
}

function sessionOf(name: keyof typeof SESSIONS): Promise<WatchedSession> {
  const session = sessions.get(name) ?? run(name);
  sessions.set(name, session);
  return session;
}

beforeAll(async () => {
  camera = await showTurningPerson();
}, LIMIT_MS);
afterAll(async () => {
  await (await site)?.close();
  await (await page)?.close();
  camera?.close();
}, LIMIT_MS);

describe.each(NAMES)('a whole session in a real browser, %s', (name) => {
  it('is one: it came to its end, with the camera on and the engine in its worker', async () => {
    const { end, origin, watched, phases } = await sessionOf(name);
    if (name === 'none with light') expect(phases).toContain('light');
    else expect(summaryOf(end)).toBe('completed');
    if (!name.startsWith('none')) {
      expect(end.kind).toBe('outcome');
      expect(watched.exchanges.map(routeOf)).toContain('POST /v1/sessions/ID/complete');
    }
    expect(watched.workers).toEqual([`${origin}/huoti/landmarkerWorker.js`]);
    // Whatever ran was watched: the page, each frame that it opened, and each worker.
    const realms = watched.watchedRealms;
    expect(realms.filter((realm) => realm === 'worker')).toHaveLength(watched.workers.length);
    expect(realms).toContain('page');
  });

  it('reads nothing that the inventory does not declare, in pages, frames and workers', async () => {
    const { reads } = (await sessionOf(name)).watched;
    expect(reads.map(({ what }) => what)).toEqual(expect.arrayContaining(['Navigator.userAgent']));
    expect(undeclaredReads(reads)).toEqual([]);
  });

  it('asks nothing of any other origin: as the page, the wire and the browser’s own network stack saw it', async () => {
    const { origin, watched, network } = await sessionOf(name);
    const elsewhere = (url: string): boolean =>
      !url.startsWith(`${origin}/`) && !url.startsWith(OWN) && !url.startsWith('data:');
    expect(watched.requests.length).toBeGreaterThan(10);
    expect(watched.requests.filter(elsewhere)).toEqual([]);
    expect(network.urls.filter((url) => url.startsWith(origin)).length).toBeGreaterThan(10);
    expect(network.urls.filter(elsewhere)).toEqual([]);
    expect(watched.refused.filter((one) => !one.includes(OWN))).toEqual([]);
    const { host } = new URL(origin);
    expect(network.hosts.filter((one) => !one.endsWith(host) && !one.includes('127.0.0.1'))).toEqual([]);
    expect(
      network.connections.filter((one) => one !== IPV6_QUESTION && !one.startsWith('127.0.0.1:')),
    ).toEqual([]);
  });

  it('keeps a strict content policy, and breaks it nowhere', async () => {
    const { watched, violations } = await sessionOf(name);
    const policies = watched.exchanges
      .filter(
        ({ path, answerHeaders }) =>
          path.startsWith('/?') || /javascript/.test(answerHeaders['content-type'] ?? ''),
      )
      .map(({ answerHeaders }) => String(answerHeaders['content-security-policy']));
    expect(policies.length).toBeGreaterThan(5);
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).toContain("connect-src 'self';");
      expect(policy).not.toMatch(/'unsafe-eval'|'unsafe-inline'|https?:|\*/);
    }
    expect(violations).toEqual([]);
    expect(watched.complaints.filter((one) => /security policy/i.test(one))).toEqual([]);
  });

  it('leaves the device’s storage as it was, byte for byte: empty', async () => {
    const { storedBefore, storedAfter } = await sessionOf(name);
    expect(storedAfter).toBe(storedBefore);
    expect(storedAfter).toBe(NOTHING_STORED);
  });
});

/** What the server answered of pictures, in the order of its wish. */
const askedFor = (exchanges: readonly Exchange[]): string[] =>
  exchanges
    .filter((one) => routeOf(one) === 'POST /v1/sessions/ID/steps')
    .flatMap(
      ({ answer }) =>
        (JSON.parse(answer.toString()) as { pictures?: { chunk: number; index: number }[] }).pictures ?? [],
    )
    .map(({ chunk, index }) => `picture-${chunk}-${index}`);

describe('bytes that leave the device', () => {
  it.each(['none', 'none with light'] as const)(
    'at level %s without a service: none at all',
    async (name) => {
      const { exchanges } = (await sessionOf(name)).watched;
      expect(sentBy(exchanges)).toEqual([]);
      expect(unknownOnTheWire(exchanges)).toEqual([]);
    },
  );

  it.each(['trace', 'frames'] as const)(
    'at level %s are those of the list, field by field and header by header',
    async (name) => {
      const { exchanges } = (await sessionOf(name)).watched;
      expect(sentBy(exchanges).length).toBeGreaterThan(6);
      expect(unknownOnTheWire(exchanges)).toEqual([]);
    },
  );

  it.each(['trace', 'frames'] as const)(
    'at level %s begin with the consent: nothing of a face is sent before it',
    async (name) => {
      const routes = sentBy((await sessionOf(name)).watched.exchanges).map(routeOf);
      expect(routes.slice(0, 3)).toEqual([
        'POST /demo/sessions',
        'POST /v1/sessions/ID/consent',
        'POST /v1/sessions/ID/plan',
      ]);
      expect(
        jsonSent((await sessionOf(name)).watched.exchanges, 'POST /v1/sessions/ID/consent'),
      ).toMatchObject({
        level: name,
      });
    },
  );

  it.each(['trace', 'frames'] as const)(
    'at level %s say of the device only the facts of the policy',
    async (name) => {
      const { exchanges } = (await sessionOf(name)).watched;
      for (const route of ['POST /v1/sessions/ID/plan', MANIFEST]) {
        const host = jsonSent(exchanges, route)['host'] as Record<string, unknown>;
        expect(Object.keys(host).sort()).toEqual([...HOST_FACTS].sort());
        expect(host).toMatchObject({ kind: 'browser', engine: 'Blink', language: 'en-GB' });
      }
      const { capture } = parseEvidenceManifest(textSent(exchanges, MANIFEST));
      // A camera's name and number stay in the page.
      expect(JSON.stringify(capture)).not.toMatch(/fake_device|deviceId|groupId|[0-9a-f]{64}/);
    },
  );

  it('at level trace are numbers: no picture in any form, and no room for one', async () => {
    const { exchanges } = (await sessionOf('trace')).watched;
    const sent = sentBy(exchanges);
    expect(sent.flatMap(({ body }) => picturesIn(body))).toEqual([]);
    expect(sent.flatMap(({ headers }) => picturesIn(Buffer.from(JSON.stringify(headers))))).toEqual([]);
    const chunks = chunksOf(exchanges);
    const frames = chunks.reduce((sum, chunk) => sum + chunk.frames.length, 0);
    expect(frames).toBeGreaterThan(10);
    expect(chunks.flatMap(({ pictures, extensions }) => [...pictures, ...extensions])).toEqual([]);
    const packed = sent
      .filter((one) => /chunk-N$/.test(routeOf(one)))
      .reduce((sum, { body }) => sum + body.length, 0);
    expect(packed / frames).toBeLessThan(MAX_FRAME_BYTES);
  });

  it('at level frames are the pictures that the server named, each a crop without any facts of its own', async () => {
    const { exchanges } = (await sessionOf('frames')).watched;
    const pictures = exchanges.filter((one) => routeOf(one) === PICTURE);
    const asked = askedFor(exchanges);
    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.map(({ path }) => path.split('/').pop()).sort()).toEqual([...asked].sort());
    const named = new Set(
      parseEvidenceManifest(textSent(exchanges, MANIFEST)).pictures.map(({ sha256 }) => sha256),
    );
    const committed = new Set(
      chunksOf(exchanges).flatMap((chunk) =>
        chunk.pictures.map(({ sha256 }) => Buffer.from(sha256).toString('hex')),
      ),
    );
    for (const { body } of pictures) {
      const { widthPx, heightPx, markers, profile, trailingBytes } = readJpeg(body);
      // The camera gives 360 x 480.
      expect(Math.max(widthPx, heightPx)).toBeLessThanOrEqual(320);
      // JFIF, profile, tables, sizes and the picture: no EXIF, no XMP, no comment, nothing behind the end.
      expect(markers.filter((one) => !/^ff(e0|e2|db|c0|c2|c4|da|dd)$/.test(one))).toEqual([]);
      // Chromium writes the one of the canvas, which is sRGB on every device, and never the screen's own.
      expect(profile.slice(0, 12)).toBe('ICC_PROFILE\0');
      expect(profile).toMatch(/s.?R.?G.?B/);
      expect(profile.length).toBeLessThan(800);
      expect(trailingBytes).toBe(0);
      const sha256 = createHash('sha256').update(body).digest('hex');
      expect(named).toContain(sha256);
      expect(committed).toContain(sha256);
    }
    // Pictures are in those requests and in no others.
    const others = sentBy(exchanges).filter((one) => routeOf(one) !== PICTURE);
    expect(others.flatMap(({ body }) => picturesIn(body))).toEqual([]);
  });
});

describe('the service with its network watched, through sessions at every level', () => {
  it('tries to reach its database and nobody else, from none of its processes and threads', async () => {
    for (const name of ['trace', 'frames'] as const) await sessionOf(name);
    const { database, reached: reachedBy } = await openSite();
    const { hostname, port } = database;
    const reached = reachedBy();
    // The API and the worker, each with what it preloads.
    expect(reached.filter((one) => one.startsWith('watched ')).length).toBeGreaterThanOrEqual(2);
    expect(reached).toContain(`connect ${hostname}:${port}`);
    // A numeric address is "looked up" without anybody being asked.
    const known = [`connect ${hostname}:${port}`, `dns ${hostname}`];
    expect(reached.filter((one) => !one.startsWith('watched ') && !known.includes(one))).toEqual([]);
  });
});
