import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/repository.js';
import { FakePage, NONCE, settle } from './support/FakePage.js';
import { harmonyModule, originOf, startHarmonyHost, startReactNativeHost } from './support/RunningHost.js';

const SESSION_ID = 'sessionOf22Characters_';
const A = 'a'.repeat(32);
const B = 'b'.repeat(32);
const camera = { permission: 'camera' };

/** Of these two the bridge itself can run here; of the others it can only be read. */
describe.each([
  ['react-native', startReactNativeHost],
  ['harmonyos', startHarmonyHost],
] as const)('the bridge of %s', (name, start) => {
  const greeted = (options = {}) => {
    const page = new FakePage(start(options), A);
    page.hello();
    return page;
  };

  it('answers each hello with a welcome that echoes the nonce, by one clock and with one nonce of its own', () => {
    const page = new FakePage(start(), A);
    const welcomes = [page.hello(), page.hello()].map((id) => page.replyTo(id)?.payload ?? {});
    expect(welcomes[0]).toMatchObject({
      version: '1.0',
      app: { id: 'com.example.bank' },
      echo: NONCE,
      limits: { controlBytes: 262_144, frameBytes: 2_097_152 },
      capabilities: {
        'camera.page': 1,
        'permission.query': 1,
        'settings.open': 1,
        haptics: 1,
        brightness: 1,
        keepAwake: 1,
      },
    });
    expect(welcomes[1]?.nonce).toBe(welcomes[0]?.nonce);
    expect(welcomes[0]?.nonce).not.toBe(NONCE);
    expect(welcomes[1]?.heardAtMs).toBeGreaterThanOrEqual(Number(welcomes[0]?.heardAtMs));
    for (const reply of page.heard('reply') as { timeMs: number; payload: { heardAtMs: number } }[])
      expect(reply.timeMs).toBeGreaterThanOrEqual(reply.payload.heardAtMs);
  });

  it('speaks the version that both know, and says so where there is none', () => {
    const newer = new FakePage(start(), A);
    expect(newer.replyTo(newer.hello(['2.0', '1.9']))?.payload).toMatchObject({ version: '1.0' });
    const other = new FakePage(start(), A);
    expect(other.replyTo(other.hello(['2.0']))?.error).toMatchObject({ code: 'unsupported_version' });
  });

  it('does nothing for a page that has not said hello', async () => {
    const page = new FakePage(start(), A);
    expect((await page.ask('keepAwake', { on: true }))?.error?.code).toBe('page_reloaded');
    page.say('event', 'ui.close', { payload: {} });
    expect(page.host.phone.awake).toBe(false);
    expect(page.host.closes()).toBe(0);
  });

  it('answers what it does not offer, and what there is not, with unsupported_capability', async () => {
    const page = greeted();
    const open = { facing: 'user', idealWidthPx: 320, idealHeightPx: 240, idealFps: 30, formats: ['jpeg'] };
    expect((await page.ask('camera.open', open))?.error?.code).toBe('unsupported_capability');
    const id = page.say('request', 'flashlight.open');
    await settle();
    const answer = page.host.sent.map(
      (text) => JSON.parse(text) as { replyTo?: number; error?: { code: string } },
    );
    expect(answer.find(({ replyTo }) => replyTo === id)?.error?.code).toBe('unsupported_capability');
  });

  it('tells how the camera permission stands, and asks once for two who ask', async () => {
    const page = greeted();
    expect((await page.ask('permission.query', camera))?.payload).toEqual({ state: 'prompt' });
    const first = page.say('request', 'permission.request', { payload: camera });
    const second = page.say('request', 'permission.request', { payload: camera });
    await settle();
    expect(page.replyTo(first)).toBeUndefined();
    page.host.phone.permission = 'granted';
    page.host.phone.answerPrompt?.();
    await settle();
    expect(page.replyTo(first)?.payload).toEqual({ state: 'granted' });
    expect(page.replyTo(second)?.payload).toEqual({ state: 'granted' });
    expect(page.host.phone.prompts).toBe(1);
  });

  it('does what a screen needs', async () => {
    const page = greeted();
    expect((await page.ask('brightness', { level: 1 }))?.payload).toEqual({});
    expect((await page.ask('keepAwake', { on: true }))?.payload).toEqual({});
    expect((await page.ask('settings.open'))?.payload).toEqual({});
    page.say('event', 'haptics', { payload: { pattern: 'tick' } });
    expect(page.host.phone).toMatchObject({
      brightness: 1,
      awake: true,
      settingsOpened: 1,
      touches: ['tick'],
    });
    page.say('event', 'ui.close', { payload: {} });
    expect(page.host.closes()).toBe(1);
  });

  it('passes over what it has heard before, whatever it is', () => {
    const page = greeted();
    // An attacker who may write to the bridge again says what was said once.
    page.say('event', 'haptics', { payload: { pattern: 'tick' }, id: 7 });
    page.say('event', 'haptics', { payload: { pattern: 'failure' }, id: 7 });
    expect(page.host.phone.touches).toEqual(['tick']);
  });

  it('does not answer what was cancelled, and ends where the hello was', async () => {
    const page = greeted();
    const id = page.say('request', 'permission.request', { payload: camera });
    page.say('cancel', 'permission.request', { replyTo: id });
    await settle();
    page.host.phone.answerPrompt?.();
    await settle();
    expect(page.replyTo(id)).toBeUndefined();
    page.say('cancel', 'hello', { replyTo: 1 });
    expect((await page.ask('keepAwake', { on: true }))?.error?.code).toBe('page_reloaded');
  });

  it('confirms a result each time, and tells the app once', async () => {
    const page = greeted();
    const result = { sessionId: SESSION_ID, ended: 'completed' };
    expect((await page.ask('result', result))?.payload).toEqual({});
    expect((await page.ask('result', result))?.payload).toEqual({});
    expect(page.host.ended).toEqual([SESSION_ID]);
    await page.ask('result', { ended: 'declined' });
    await page.ask('result', { ended: 'declined' });
    expect(page.host.ended).toEqual([SESSION_ID, null]);
  });

  it('ends one page where another says hello: all is given back, and the other is told', async () => {
    const page = greeted();
    await page.ask('brightness', { level: 1 });
    await page.ask('keepAwake', { on: true });
    page.say('event', 'session.state', { payload: { state: 'running', sessionId: SESSION_ID } });
    const next = new FakePage(page.host, B);
    expect(next.replyTo(next.hello())?.payload?.interrupted).toEqual({
      sessionId: SESSION_ID,
      error: { code: 'page_reloaded', retryable: false },
    });
    await settle();
    expect(page.host.phone).toMatchObject({ brightness: null, awake: false });
    expect((await page.ask('keepAwake', { on: true }))?.error?.code).toBe('page_reloaded');
    // A page that is over does not come back.
    expect(page.replyTo(page.hello())).toBeUndefined();
    expect((await next.ask('keepAwake', { on: true }))?.payload).toEqual({});
  });

  it('tells the next page of a process that died in a try, and of none that died after its result', async () => {
    const page = greeted();
    page.say('event', 'session.state', { payload: { state: 'sending', sessionId: SESSION_ID } });
    page.host.processGone();
    const next = new FakePage(page.host, B);
    expect(next.replyTo(next.hello())?.payload?.interrupted).toMatchObject({
      error: { code: 'process_gone' },
    });
    await next.ask('result', { ended: 'declined' });
    next.host.processGone();
    const last = new FakePage(page.host, 'c'.repeat(32));
    expect(last.replyTo(last.hello())?.payload).not.toHaveProperty('interrupted');
  });

  it('says when the app is left and when it is back', () => {
    const page = greeted();
    page.host.appMoved(true);
    page.host.appMoved(false);
    expect(page.heard('event').map((message) => message.name)).toEqual(['app.pause', 'app.resume']);
  });

  it('hands a grant out until a try has begun with it', () => {
    const grant = { sessionId: SESSION_ID, clientToken: 'token-of-one-session' };
    const page = new FakePage(start({ grant }), A);
    expect(page.replyTo(page.hello())?.payload?.grant).toEqual(grant);
    page.say('event', 'session.state', { payload: { state: 'running', sessionId: SESSION_ID } });
    const next = new FakePage(page.host, B);
    expect(next.replyTo(next.hello())?.payload).not.toHaveProperty('grant');
  });

  it('says of what the phone threw that it failed, and not what it said', async () => {
    const page = greeted();
    page.host.phone.broken = new TypeError('the name of this phone is Anna');
    const { error } = (await page.ask('settings.open')) ?? {};
    expect(error?.code).toBe('internal');
    expect(page.host.sent.join('')).not.toContain('Anna');
  });

  it('writes nothing that would end a script', () => {
    const page = greeted({ appId: 'a</script>\u2028b\u2029' });
    expect(page.host.sent.join('')).not.toMatch(/[<\u2028\u2029]/);
    expect(page.replyTo(1)?.payload?.app).toEqual({ id: 'a</script>\u2028b\u2029' });
  });

  it('passes over what is too large, before it is parsed', async () => {
    const page = greeted();
    const before = page.host.sent.length;
    page.say('request', 'keepAwake', { payload: { on: true, filling: 'x'.repeat(2 ** 21) } });
    await settle();
    expect(page.host.phone.awake).toBe(false);
    expect(page.host.sent.length).toBe(before);
  });

  it('takes the golden files of the protocol as it says', async () => {
    const folder = join(ROOT, 'packages/protocol/src/bridge/__fixtures__');
    const { files } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { files: GoldenFile[] };
    const wrong: string[] = [];
    let looked = 0;
    for (const { file, from, outcome, request, maxControlBytes } of files) {
      // Binary frames come from hosts only, and no host changes its limits.
      if (from !== 'page' || !file.endsWith('.json') || maxControlBytes !== undefined || outcome === 'ok')
        continue;
      const page = new FakePage(start(), request?.session ?? '9f86d081884c7d659a2feaa0c55ad015');
      page.lastId = 1_000_000;
      page.hello();
      const before = page.host.sent.length;
      page.host.receive(readFileSync(join(folder, file), 'utf8'));
      await settle();
      const replies = page.host.sent
        .slice(before)
        .map((text) => JSON.parse(text) as { replyTo: number; error?: { code: string } });
      const said = replies.map(({ replyTo, error }) => `${error?.code ?? 'ok'} to ${replyTo}`).join();
      const due = request === undefined ? '' : `${outcome} to ${request.id}`;
      // What is not offered is refused for that, without a look at what is in it.
      const isDue =
        said === due || (request !== undefined && said === `unsupported_capability to ${request.id}`);
      if (!isDue && !LENIENT[name].includes(file))
        wrong.push(`${file}: ${said || 'silence'} and not ${due || 'silence'}`);
      looked += 1;
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(100);
  });
});

interface GoldenFile {
  readonly file: string;
  readonly from: string;
  readonly outcome: string;
  readonly maxControlBytes?: number;
  readonly request?: { readonly id: number; readonly name: string; readonly session: string };
}

/** Files that a host takes all the same: what is wrong in them is a field that it makes no use of. */
const LENIENT: Readonly<Record<'react-native' | 'harmonyos', readonly string[]>> = {
  // It reads by the protocol's own reader.
  'react-native': [],
  harmonyos: [
    'invalid/envelope.token-too-short.json',
    'invalid/envelope.token-null.json',
    'invalid/envelope.reply-to-null.json',
    'invalid/envelope.reply-to-zero.json',
    'invalid/envelope.error-null.json',
    'invalid/envelope.error-a-text.json',
    'invalid/payload.hello-no-versions.json',
    'invalid/payload.hello-too-many-versions.json',
    'invalid/payload.hello-engine-missing.json',
    'invalid/payload.hello-engine-camera-null.json',
    'invalid/payload.hello-control-bytes-too-few.json',
    'invalid/payload.hello-frame-bytes-too-many.json',
    'invalid/payload.hello-sdk-empty.json',
    'invalid/payload.result-code-lower-case.json',
  ],
};

describe.each([
  ['react-native', (address: string) => originOf(address)],
  [
    'harmonyos',
    (address: string) => {
      const { HuotiOrigin } = harmonyModule('HuotiMessage') as {
        HuotiOrigin: { of(text: string): { host: string; port: string } | null };
      };
      const found = HuotiOrigin.of(address);
      return found === null ? null : `https://${found.host}${found.port === '443' ? '' : `:${found.port}`}`;
    },
  ],
] as const)('the origin of an address in %s', (_name, read) => {
  it.each([
    ['https://Bank.example/face?a=1#b', 'https://bank.example'],
    ['https://bank.example:443/', 'https://bank.example'],
    ['https://bank.example:8443', 'https://bank.example:8443'],
    // Somebody else's host, made to look like ours.
    ['https://bank.example@evil.example/', null],
    ['https://bank.example.evil.example/', 'https://bank.example.evil.example'],
    ['http://bank.example/', null],
    ['javascript:alert(1)//https://bank.example', null],
    ['data:text/html,https://bank.example/', null],
    ['file:///bank.example', null],
    ['null', null],
    ['about:blank', null],
    ['', null],
  ])('%s is %s', (address, origin) => {
    expect(read(address)).toBe(origin);
  });
});
