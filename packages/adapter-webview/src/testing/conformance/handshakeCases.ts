import { createAbortSource } from '@huoti/core';
import type { ConformanceCase } from './BridgeHarness.js';
import { SCRIPTED_WELCOME } from './createScriptedHost.js';

const GARBAGE_LIMITS: readonly unknown[] = [
  null,
  'many',
  { controlBytes: 1e308, frameBytes: 1e308 },
  { controlBytes: -1, frameBytes: 0 },
  { controlBytes: 4096.5, frameBytes: 524_288 },
  { controlBytes: 4096 },
];

/** How a bridge comes to be, and how it does not. */
export const handshakeCases: readonly ConformanceCase[] = [
  {
    title: 'a host that is there is welcomed at the first hello',
    async run({ openHost, clock }, expect) {
      const { host, link } = await openHost();
      expect(link.session).toBe(host.session);
      expect(link.welcome.app.id).toBe('example.bank');
      expect(link.version).toBe('1.0');
      expect(clock.nowMs()).toBe(1000);
      link.close();
    },
  },
  {
    title: 'a host whose object appears late is found, by the next hello',
    async run({ connect, startHost, pass, settle }, expect) {
      const connecting = connect();
      await pass(1100);
      startHost();
      await pass(250);
      const link = await connecting;
      expect(link?.welcome.app.id).toBe('example.bank');
      link?.close();
      await settle();
    },
  },
  {
    title: 'without a host it is null after 5 s',
    async run({ connect, pass, codeOf }, expect) {
      let answer: unknown = 'pending';
      const done = connect().then((link) => (answer = link));
      await pass(4900);
      expect(answer).toBe('pending');
      await pass(200);
      expect(await codeOf(done)).toBe('no error');
      expect(answer).toBe(null);
    },
  },
  {
    title: 'a host that never answers is null after 5 s, and is told that nobody waits',
    async run({ connect, startScript, pass }, expect) {
      const script = startScript();
      const connecting = connect();
      await pass(5000);
      expect(await connecting).toBe(null);
      const hellos = script.heard.filter(({ kind }) => kind === 'request');
      expect(hellos.length).toBe(20);
      expect(script.last('hello', 'cancel').replyTo).toBe(hellos[19]?.id);
      // Its answer comes after all, and finds nobody.
      script.welcome();
      await pass(100);
    },
  },
  {
    title: 'a host that answers only the first of many hellos is welcomed',
    async run({ connect, startScript, pass, settle }, expect) {
      const script = startScript();
      const connecting = connect();
      await pass(1000);
      const first = script.heard[0];
      if (first) script.reply(first, { ...SCRIPTED_WELCOME, echo: first.payload?.['nonce'] });
      await settle();
      const link = await connecting;
      expect(link?.welcome.app.id).toBe('example.scripted');
      link?.close();
    },
  },
  {
    title: 'a host of another major version is PROTOCOL_VERSION_UNSUPPORTED',
    async run({ connect, startScript, settle, codeOf }, expect) {
      const script = startScript();
      const code = codeOf(connect());
      await settle();
      script.welcome({ version: '9.0' });
      expect(await code).toBe('PROTOCOL_VERSION_UNSUPPORTED');
    },
  },
  {
    title: 'a host that knows no version of the page is PROTOCOL_VERSION_UNSUPPORTED',
    async run({ connect, startScript, settle, codeOf }, expect) {
      const script = startScript();
      const code = codeOf(connect());
      await settle();
      script.refuse(script.last('hello'), 'unsupported_version');
      expect(await code).toBe('PROTOCOL_VERSION_UNSUPPORTED');
    },
  },
  {
    title: 'a host that does not trust the page is HOST_FORBIDS',
    async run({ connect, startScript, settle, codeOf }, expect) {
      const script = startScript();
      const code = codeOf(connect());
      await settle();
      script.refuse(script.last('hello'), 'not_trusted');
      expect(await code).toBe('HOST_FORBIDS');
    },
  },
  ...GARBAGE_LIMITS.map(
    (limits): ConformanceCase => ({
      title: `a welcome whose limits are ${JSON.stringify(limits)} is none: PROTOCOL_MALFORMED`,
      async run({ connect, startScript, settle, pass, codeOf }, expect) {
        const script = startScript();
        const code = codeOf(connect());
        await settle();
        script.welcome({ limits });
        await pass(5000);
        expect(await code).toBe('PROTOCOL_MALFORMED');
      },
    }),
  ),
  {
    title: 'a welcome that does not know the nonce, and one for another load of the page, are passed over',
    async run({ connect, startScript, settle, pass }, expect) {
      const script = startScript();
      const connecting = connect();
      await settle();
      script.welcome({ echo: 'b'.repeat(32) });
      const hello = script.last('hello');
      const payload = { ...SCRIPTED_WELCOME, echo: hello.payload?.['nonce'] };
      script.say({ kind: 'reply', name: 'hello', replyTo: hello.id, session: 'c'.repeat(32), payload });
      await pass(5000);
      expect(await connecting).toBe(null);
    },
  },
  {
    title: 'an abort while it waits is ABORTED',
    async run({ connect, startScript, settle, codeOf }, expect) {
      startScript();
      const abort = createAbortSource();
      const code = codeOf(connect({ signal: abort.signal }));
      await settle();
      abort.abort();
      expect(await code).toBe('ABORTED');
      expect(await codeOf(connect({ signal: abort.signal }))).toBe('ABORTED');
    },
  },
  {
    title: 'another frame of the same view gets no answer and no session',
    async run({ harness, startHost, connect, settle, clock }, expect) {
      const host = startHost();
      // The attacker knows the protocol and sends a hello of its own.
      const payload = {
        versions: ['1.0'],
        sdk: '1.0.0',
        engine: { wasm: true, simd: true, threads: false, webgl2: true, camera: true },
        nonce: 'd'.repeat(32),
        limits: { controlBytes: 262_144, frameBytes: 2_097_152 },
      };
      const head = { protocol: 'huoti-bridge', version: '1.0', session: 'e'.repeat(32), id: 1 };
      const hello = { ...head, kind: 'request', name: 'hello', timeMs: clock.nowMs(), payload };
      harness.intrude(JSON.stringify(hello));
      await settle();
      expect(host.session).toBe(null);
      expect(host.refused['not_trusted']).toBe(1);
      const link = await connect();
      // Nor can it take the place of the page that is there.
      harness.intrude(JSON.stringify({ ...hello, id: 2 }));
      await settle();
      expect(host.session).toBe(link?.session);
      link?.close();
    },
  },
];
