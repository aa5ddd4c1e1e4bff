import type { ConformanceCase } from './BridgeHarness.js';

const HEAD = '"protocol":"huoti-bridge","version":"1.0","id":900,"timeMs":1';

/** Each is a whole text; `SESSION` stands for the page's own. What is counted is the reason it was passed over. */
const HOSTILE: readonly (readonly [what: string, text: string, counted: string])[] = [
  ['text of another part of the app', 'setImmediate$0.123$', 'foreign'],
  ['nothing at all', '{', 'foreign'],
  ['a number', '1e999', 'foreign'],
  ['a list', '[{"protocol":"huoti-bridge"}]', 'foreign'],
  ['arrays nested 200,000 deep', '['.repeat(200_000), 'foreign'],
  [
    'a payload nested 50,000 deep',
    `{${HEAD},"session":"SESSION","kind":"event","name":"app.pause","payload":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    'too_large',
  ],
  ['another protocol', '{"protocol":"huoti-bridgf","version":"1.0"}', 'foreign'],
  ['a message without an envelope', '{"protocol":"huoti-bridge"}', 'bad_message'],
  [
    'an id beyond all numbers',
    '{"protocol":"huoti-bridge","version":"1.0","id":1e308,"timeMs":1,"session":"SESSION","kind":"event","name":"app.pause"}',
    'bad_message',
  ],
  [
    'a time that is infinite once it is read',
    '{"protocol":"huoti-bridge","version":"1.0","id":900,"timeMs":1e999,"session":"SESSION","kind":"event","name":"app.pause"}',
    'bad_message',
  ],
  [
    'a name that every object has',
    `{${HEAD},"session":"SESSION","kind":"event","name":"constructor"}`,
    'unsupported_capability',
  ],
  [
    'a name that is a script',
    `{${HEAD},"session":"SESSION","kind":"event","name":"</script><script>alert(1)</script>"}`,
    'bad_message',
  ],
  ['what only a page says', `{${HEAD},"session":"SESSION","kind":"event","name":"ui.close"}`, 'bad_message'],
  [
    'an event sent as a frame',
    `{${HEAD},"session":"SESSION","kind":"frame","name":"app.pause","payload":{}}`,
    'bad_message',
  ],
  [
    'an answer to nothing',
    `{${HEAD},"session":"SESSION","kind":"reply","name":"hello","payload":{}}`,
    'bad_message',
  ],
  [
    'a control message of 300 KB',
    `{${HEAD},"session":"SESSION","kind":"event","name":"app.pause","padding":"${'x'.repeat(300_000)}"}`,
    'too_large',
  ],
  ['three megabytes', `{${HEAD},"padding":"${'x'.repeat(3_000_000)}"}`, 'too_large'],
  [
    'a message for another load of the page',
    `{${HEAD},"session":"${'f'.repeat(32)}","kind":"event","name":"app.pause"}`,
    'other_session',
  ],
  [
    'a message of another major version',
    '{"protocol":"huoti-bridge","version":"2.0","id":900,"timeMs":1,"session":"SESSION","kind":"event","name":"app.pause"}',
    'unsupported_version',
  ],
];

/** What an attacker in the view, or a broken app, may send. */
export const hostileCases: readonly ConformanceCase[] = [
  ...HOSTILE.map(
    ([what, text, counted]): ConformanceCase => ({
      title: `${what} is passed over, counted as ${counted}, and the bridge goes on`,
      async run({ openScript, settle, codeOf }, expect) {
        const { script, link } = await openScript();
        const before = link.refused[counted] ?? 0;
        let heard = 0;
        link.on('app.pause', () => (heard += 1));
        script.sayText(text.replace('SESSION', link.session));
        await settle();
        expect(heard).toBe(0);
        expect(link.refused[counted]).toBe(before + 1);
        const next = codeOf(link.request('brightness', { level: 1 }));
        await settle();
        script.reply(script.last('brightness'), {});
        expect(await next).toBe('no error');
        link.close();
      },
    }),
  ),
  {
    title: 'a prototype in a message reaches no object',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      let heard: object | null = null;
      link.on('log', (entry) => (heard = entry));
      // The attacker hopes that a copy of the parsed message sets the prototype of what the page keeps.
      script.sayText(
        `{${HEAD},"session":"${link.session}","kind":"event","name":"log","__proto__":{"polluted":1},` +
          '"constructor":{"prototype":{"polluted":1}},' +
          '"payload":{"level":"warn","message":"hi","__proto__":{"polluted":1},"facts":{"a":1}}}',
      );
      await settle();
      expect(heard === null).toBe(false);
      expect((heard as { polluted?: unknown } | null)?.polluted).toBe(undefined);
      expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
      expect(
        Object.keys(heard ?? {})
          .sort()
          .join(),
      ).toBe('facts,level,message');
      link.close();
    },
  },
  {
    title: 'text that would end a script leaves the page escaped, and arrives as it was',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      const message = '</script><script>alert(1)</script>\u2028\u2029';
      link.emit('log', { level: 'warn', message });
      await settle();
      const text = script.texts[script.texts.length - 1] ?? '';
      expect(/[<\u2028\u2029]/.test(text)).toBe(false);
      expect(script.last('log', 'event').payload?.['message']).toBe(message);
      link.close();
    },
  },
  {
    title:
      'an unknown request is answered with unsupported_capability, and one of another version with its reason',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      script.say({ kind: 'request', name: 'contacts.read', payload: {} });
      await settle();
      expect(script.last('contacts.read', 'reply').error?.['code']).toBe('unsupported_capability');
      script.say({ kind: 'request', name: 'session.stop', payload: {}, version: '3.1' });
      await settle();
      expect(script.last('session.stop', 'reply').error?.['code']).toBe('unsupported_version');
      script.say({ kind: 'request', name: 'session.start', payload: { grant: 7 } });
      await settle();
      expect(script.last('session.start', 'reply').error?.['code']).toBe('bad_message');
      link.close();
    },
  },
  {
    title: 'a request for another load of the page gets no answer',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      const count = script.heard.length;
      script.say({ kind: 'request', name: 'session.stop', payload: {}, session: 'f'.repeat(32) });
      script.say({ kind: 'request', name: 'session.start', payload: 7, session: 'f'.repeat(32) });
      await settle();
      expect(script.heard.length).toBe(count);
      link.close();
    },
  },
  {
    title: 'a listener that throws keeps no other from hearing',
    async run({ openScript, settle }, expect) {
      const { script, link } = await openScript();
      let heard = 0;
      link.on('app.pause', () => {
        throw new TypeError('made for the test');
      });
      link.on('app.pause', () => (heard += 1));
      script.say({ kind: 'event', name: 'app.pause', payload: {} });
      await settle();
      expect(heard).toBe(1);
      link.close();
    },
  },
];
