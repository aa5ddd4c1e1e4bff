import { createAbortSource } from '@huoti/core';
import { BRIDGE_ERROR_CODES, CODE_OF_BRIDGE_ERROR } from '@huoti/protocol/bridge';
import type { ConformanceCase } from './BridgeHarness.js';

/** An id as a server gives it. */
const SESSION_ID = 'session-1'.padEnd(22, '0');

/** What is asked, what is answered, and what becomes of it where nothing is. */
export const requestCases: readonly ConformanceCase[] = [
  {
    title: 'several requests at once, answered in the reverse order, each get their own answer',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      const nonces = ['1', '2', '3'].map((digit) => digit.repeat(32));
      const asked = nonces.map((nonce) => link.request('attestation', { nonce }));
      await settle();
      const heard = script.heard.filter(({ name, kind }) => name === 'attestation' && kind === 'request');
      for (const one of [...heard].reverse())
        script.reply(one, { kind: 'test', statement: String(one.payload?.['nonce']) });
      expect((await Promise.all(asked)).map(({ statement }) => statement).join()).toBe(nonces.join());
      link.close();
    },
  },
  {
    title: 'a request that is answered twice has the first answer',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      const asked = link.request('attestation', { nonce: '1'.repeat(32) });
      await settle();
      const request = script.last('attestation');
      script.reply(request, { kind: 'test', statement: 'first' });
      script.reply(request, { kind: 'test', statement: 'second' });
      expect((await asked).statement).toBe('first');
      await settle();
      link.close();
    },
  },
  {
    title: 'an answer that names another request, or another name, is passed over: BRIDGE_TIMEOUT',
    async run({ openScript, settle, pass, codeOf }, expect) {
      const { script, link } = await openScript();
      const code = codeOf(link.request('brightness', { level: 1 }));
      await settle();
      const { id } = script.last('brightness');
      script.say({ kind: 'reply', name: 'brightness', replyTo: id + 1, payload: {} });
      script.say({ kind: 'reply', name: 'keepAwake', replyTo: id, payload: {} });
      script.say({ kind: 'reply', name: 'brightness', payload: {} });
      await pass(5000);
      expect(await code).toBe('BRIDGE_TIMEOUT');
      link.close();
    },
  },
  {
    title:
      'without an answer it is BRIDGE_TIMEOUT after 5 s; the host is told, and an answer after that finds nobody',
    async run({ openScript, settle, pass, codeOf }, expect) {
      const { script, link } = await openScript();
      let code = 'pending';
      void codeOf(link.request('brightness', { level: 1 })).then((known) => (code = known));
      await pass(4900);
      expect(code).toBe('pending');
      await pass(200);
      expect(code).toBe('BRIDGE_TIMEOUT');
      const request = script.last('brightness');
      expect(script.last('brightness', 'cancel').replyTo).toBe(request.id);
      script.reply(request, {});
      await settle();
      const next = codeOf(link.request('brightness', { level: null }));
      await settle();
      script.reply(script.last('brightness'), {});
      expect(await next).toBe('no error');
      link.close();
    },
  },
  {
    title: 'a person may look at a permission prompt for a minute',
    async run({ openScript, pass }, expect) {
      const { script, link } = await openScript({ capabilities: { 'permission.query': 1 } });
      const asked = link.request('permission.request', { permission: 'camera' });
      await pass(59_000);
      script.reply(script.last('permission.request'), { state: 'granted' });
      expect((await asked).state).toBe('granted');
      link.close();
    },
  },
  {
    title: 'an abort is ABORTED, at once, and the host is told to stop',
    async run({ openScript, settle, codeOf }, expect) {
      const { script, link } = await openScript();
      const abort = createAbortSource();
      const code = codeOf(link.request('keepAwake', { on: true }, { signal: abort.signal }));
      await settle();
      abort.abort();
      expect(await code).toBe('ABORTED');
      await settle();
      expect(script.last('keepAwake', 'cancel').replyTo).toBe(script.last('keepAwake').id);
      const count = script.heard.length;
      expect(await codeOf(link.request('keepAwake', { on: true }, { signal: abort.signal }))).toBe('ABORTED');
      await settle();
      expect(script.heard.length).toBe(count);
      link.close();
    },
  },
  {
    title: 'what the host does not offer is HOST_FORBIDS, and is not sent',
    async run({ openScript, settle, codeOf }, expect) {
      const { script, link } = await openScript({ capabilities: { toString: 1, brightnes: 1 } });
      const count = script.heard.length;
      expect(await codeOf(link.request('brightness', { level: 1 }))).toBe('HOST_FORBIDS');
      expect(await codeOf(link.request('orientation.lock', { orientation: 'portrait' }))).toBe(
        'HOST_FORBIDS',
      );
      link.emit('haptics', { pattern: 'tick' });
      await settle();
      expect(script.heard.length).toBe(count);
      link.close();
    },
  },
  {
    title: "each error of the host is the page's own code, and one that nobody knows is HOST_ERROR",
    async run({ openScript, settle, codeOf }, expect) {
      const { script, link } = await openScript();
      for (const bridge of [...BRIDGE_ERROR_CODES, 'out_of_paper', 'constructor'] as const) {
        const code = codeOf(link.request('brightness', { level: 1 }));
        await settle();
        script.refuse(script.last('brightness'), bridge);
        const known: Readonly<Record<string, string | undefined>> = { ...CODE_OF_BRIDGE_ERROR };
        const own = Object.keys(known).includes(bridge) ? known[bridge] : 'HOST_ERROR';
        expect(`${bridge}: ${await code}`).toBe(`${bridge}: ${own ?? ''}`);
      }
      link.close();
    },
  },
  {
    title: 'an answer without what was asked for is passed over: BRIDGE_TIMEOUT',
    async run({ openScript, settle, pass, codeOf }, expect) {
      const { script, link } = await openScript();
      const code = codeOf(link.request('attestation', { nonce: '1'.repeat(32) }));
      await settle();
      script.reply(script.last('attestation'), { kind: 'test', statement: 7 });
      await pass(5000);
      expect(await code).toBe('BRIDGE_TIMEOUT');
      expect(link.refused['bad_message']).toBe(1);
      link.close();
    },
  },
  {
    title: 'a message larger than the host takes is INVALID_ARGUMENT, and the bridge goes on',
    async run({ openScript, settle, codeOf }, expect) {
      const { script, link } = await openScript();
      expect(await codeOf(link.request('attestation', { nonce: '1'.repeat(9000) }))).toBe('INVALID_ARGUMENT');
      const next = codeOf(link.request('brightness', { level: 1 }));
      await settle();
      script.reply(script.last('brightness'), {});
      expect(await next).toBe('no error');
      link.close();
    },
  },
  {
    title: 'what waits when the bridge is closed is DISPOSED, and so is what is asked later',
    async run({ openScript, settle, codeOf }, expect) {
      const { script, link } = await openScript();
      const codes = [
        codeOf(link.request('brightness', { level: 1 })),
        codeOf(link.request('keepAwake', { on: true })),
      ];
      await settle();
      const told: string[] = [];
      link.onClose(({ code }) => told.push(code));
      link.close();
      link.close();
      expect((await Promise.all(codes)).join()).toBe('DISPOSED,DISPOSED');
      expect(told.join()).toBe('DISPOSED');
      expect(await codeOf(link.request('brightness', { level: 1 }))).toBe('DISPOSED');
      const count = script.heard.length;
      link.emit('ui.close', {});
      await settle();
      expect(script.heard.length).toBe(count);
    },
  },
  {
    title: 'a host whose object is gone is BRIDGE_UNAVAILABLE, for what waits as well',
    async run({ harness, openScript, settle, codeOf }, expect) {
      const { link } = await openScript();
      const waits = codeOf(link.request('brightness', { level: 1 }));
      await settle();
      const told: string[] = [];
      link.onClose(({ code }) => told.push(code));
      harness.disappear();
      link.emit('ui.close', {});
      expect(await waits).toBe('BRIDGE_UNAVAILABLE');
      expect(told.join()).toBe('BRIDGE_UNAVAILABLE');
      expect(await codeOf(link.request('keepAwake', { on: true }))).toBe('BRIDGE_UNAVAILABLE');
    },
  },
  {
    title: 'an app by the book starts and stops a session, and gets the code of a page that fails at it',
    async run({ openHost, settle, codeOf }, expect) {
      const { host, link } = await openHost();
      const start = { grant: { sessionId: SESSION_ID, clientToken: 't'.repeat(16) }, language: 'zh-CN' };
      // Nobody answers it yet.
      expect(await codeOf(host.startSession(start))).toBe('HOST_FORBIDS');
      const started: string[] = [];
      link.answer('session.start', ({ grant }) => {
        started.push(grant.sessionId);
        return {};
      });
      expect(await codeOf(host.startSession(start))).toBe('no error');
      expect(started.join()).toBe(SESSION_ID);
      link.answer('session.stop', () => {
        throw new TypeError('made for the test');
      });
      expect(await codeOf(host.stopSession())).toBe('HOST_ERROR');
      await settle();
      link.close();
    },
  },
];
