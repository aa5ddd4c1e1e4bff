import { beforeEach, describe, expect, it } from '@jest/globals';
import { disableOperator } from '../../src/console/operators/disableOperator.js';
import { setOperatorPassword } from '../../src/console/operators/setOperatorPassword.js';
import { browse } from './support/browse.js';
import { PASSWORD, startConsole, type TestConsole } from './support/startConsole.js';

const MINUTE_MS = 60_000;
let desk: TestConsole;

beforeEach(async () => {
  desk = await startConsole();
});

const tryPassword = async (name: string, password: string, address = '198.51.100.7'): Promise<number> => {
  const browsing = await browse(desk.app);
  return (await browsing.post('/console/sign-in', { name, password }, { address })).statusCode;
};

describe('sign-in', () => {
  it('sets a cookie that no script reads, no other site sends and no sibling host can plant; it ends with the browser', async () => {
    const browsing = await browse(desk.app);
    const answer = await browsing.post('/console/sign-in', { name: 'Vera', password: PASSWORD });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-huoti_console=[\w.-]{90,110}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await browsing.get('/console')).statusCode).toBe(200);
  });

  it('leaves `Secure` out on a loopback address over HTTP and nowhere else', async () => {
    const at = async (host: string, origin: string): Promise<string> => {
      const browsing = await browse(desk.app);
      const form = { name: 'vera', password: PASSWORD };
      const answer = await browsing.post('/console/sign-in', form, { headers: { host, origin } });
      return String(answer.headers['set-cookie']);
    };
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']) {
      expect(await at(host, `http://${host}`)).not.toMatch(/Secure|__Host/);
      expect(await at(host, `https://${host}`)).toMatch(/^__Host-.*Secure/);
    }
    for (const host of ['10.0.0.5', '127.0.0.1.evil.example', 'localhost.evil.example']) {
      expect(await at(host, `http://${host}`)).toMatch(/^__Host-.*Secure/);
    }
  });

  it('a cookie without the prefix counts on a loopback host alone', async () => {
    const browsing = await browse(desk.app);
    const loopback = { host: 'localhost', origin: 'http://localhost' };
    const form = { name: 'vera', password: PASSWORD };
    const answer = await browsing.post('/console/sign-in', form, { headers: loopback });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const there = await browsing.get('/console', { headers: { host: 'localhost', cookie } });
    expect(there.statusCode).toBe(200);
    // A sibling site plants the cookie of the attacker's own account on our host: it is not read.
    expect((await browsing.get('/console', { headers: { cookie } })).statusCode).toBe(303);
  });

  it('keeps the hash of the cookie and nothing of the cookie or the password', async () => {
    const browsing = await browse(desk.app, 'vera');
    const secret = String(browsing.cookie).split('=')[1] ?? '';
    const { tables } = desk.context.store;
    const kept = JSON.stringify(Object.values(tables).map((table) => [...table.entries()]));
    for (const part of secret.split('.')) expect(kept).not.toContain(part);
    expect(kept).not.toContain(PASSWORD);
    expect([...tables.signIns.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('an unknown name, a closed account and a wrong password cost one hash each and are answered alike', async () => {
    await disableOperator(desk.context, { name: 'rui' });
    const answers: string[] = [];
    for (const [name, password] of [
      ['vera', 'wrong wrong wrong'],
      ['nobody', 'wrong wrong wrong'],
      ['not a <name>', 'wrong wrong wrong'],
      ['rui', PASSWORD],
    ] as const) {
      desk.verified.length = 0;
      const browsing = await browse(desk.app);
      const answer = await browsing.post('/console/sign-in', { name, password });
      answers.push(`${answer.statusCode} ${answer.body}`);
      expect(desk.verified).toHaveLength(1);
      // Of the same cost as a real one: the parameters stand in the hash.
      expect(desk.verified[0]).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^401 /);
  });

  it('what was typed is not put back into the page', async () => {
    const browsing = await browse(desk.app);
    const { body } = await browsing.post('/console/sign-in', {
      name: 'my-password-by-mistake',
      password: 'x',
    });
    expect(body).not.toContain('my-password-by-mistake');
  });

  // The attacker plants a cookie of a shape that the server would take, and waits for the victim to sign in with it.
  it('a planted cookie is not taken over: the sign-in gets a value of its own and the planted one opens nothing', async () => {
    const attacker = await browse(desk.app, 'vera');
    const planted = String(attacker.cookie);
    const victim = await browse(desk.app);
    victim.cookie = planted;
    await victim.post('/console/sign-in', { name: 'rui', password: PASSWORD });
    expect(victim.cookie).not.toBe(planted);
    expect((await attacker.get('/console')).statusCode).toBe(303);
    expect((await victim.get('/console/audit')).statusCode).toBe(200);
  });

  // The holder of a cookie writes a later end into it, or another account's mark.
  it('a cookie that was changed anywhere opens nothing', async () => {
    const browsing = await browse(desk.app, 'vera');
    const cookie = String(browsing.cookie);
    const [head, mark, end] = cookie.split('.');
    for (const forged of [
      `${head}.${mark}.${'z'.repeat(9)}`,
      `${head}.${'A'.repeat(43)}.${end}`,
      `${cookie}0`,
    ]) {
      browsing.cookie = forged;
      expect((await browsing.get('/console')).statusCode).toBe(303);
    }
    browsing.cookie = cookie;
    expect((await browsing.get('/console')).statusCode).toBe(200);
  });
});

describe('the end of a sign-in', () => {
  it('comes after a quarter of an hour without a request, and after eight hours however busy it was', async () => {
    const idle = await browse(desk.app, 'vera');
    desk.context.time.advanceBy(15 * MINUTE_MS);
    expect((await idle.get('/console')).statusCode).toBe(303);

    const busy = await browse(desk.app, 'vera');
    for (let minutes = 0; minutes < 470; minutes += 10) {
      desk.context.time.advanceBy(10 * MINUTE_MS);
      expect((await busy.get('/console/sessions')).statusCode).toBe(200);
    }
    desk.context.time.advanceBy(10 * MINUTE_MS);
    expect((await busy.get('/console')).statusCode).toBe(303);
  });

  it('comes with sign-out, for the copied cookie too', async () => {
    const browsing = await browse(desk.app, 'vera');
    const copied = browsing.cookie;
    await browsing.post('/console/sign-out', { token: await browsing.token() });
    expect(browsing.cookie).toBeNull();
    browsing.cookie = copied;
    expect((await browsing.get('/console')).statusCode).toBe(303);
  });

  it('comes at once when the account is closed or gets another password; another role counts at once', async () => {
    const [vera, rui] = [await browse(desk.app, 'vera'), await browse(desk.app, 'rui')];
    await disableOperator(desk.context, { name: 'vera' });
    expect((await vera.get('/console')).statusCode).toBe(303);

    await desk.context.store.transaction(async ({ operators }) => {
      const row = await operators.getByName('rui');
      await operators.update(row?.id ?? '', { role: 'viewer' });
    });
    expect((await rui.get('/console/audit')).statusCode).toBe(403);
    const { passwords } = desk;
    await setOperatorPassword(desk.context, { name: 'rui', password: 'another four tigers', passwords });
    expect((await rui.get('/console')).statusCode).toBe(303);
  });
});

describe('the throttle', () => {
  it('lets five wrong passwords through for a name from one address, then not even the right one', async () => {
    for (let index = 0; index < 5; index += 1)
      expect(await tryPassword('vera', 'wrong wrong wrong')).toBe(401);
    desk.verified.length = 0;
    const browsing = await browse(desk.app);
    const answer = await browsing.post('/console/sign-in', { name: 'vera', password: PASSWORD });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '900']);
    expect(desk.verified).toEqual([]);
    // The operator at another desk is not locked out by it, and in a quarter of an hour nobody is.
    expect(await tryPassword('vera', PASSWORD, '203.0.113.9')).toBe(303);
    desk.context.time.advanceBy(15 * MINUTE_MS + 1);
    expect(await tryPassword('vera', PASSWORD)).toBe(303);
  });

  it('counts an address over all names, unknown ones too', async () => {
    for (let index = 0; index < 20; index += 1) expect(await tryPassword(`guess-${index}`, 'x')).toBe(401);
    expect(await tryPassword('vera', PASSWORD)).toBe(429);
    expect(await tryPassword('vera', PASSWORD, '203.0.113.9')).toBe(303);
  });

  it('counts a name over all addresses', async () => {
    for (let index = 0; index < 100; index += 1) await tryPassword('vera', 'x', `203.0.113.${index}`);
    expect(await tryPassword('vera', PASSWORD, '198.51.100.200')).toBe(429);
  });

  // The attacker sends guesses in one burst, so that each is looked at before the others have failed.
  it('guesses that arrive together are counted together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => tryPassword('vera', 'wrong wrong wrong')),
    );
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(7);
  });

  it('a sign-in that succeeds does not count, and no typed name is kept', async () => {
    for (let index = 0; index < 8; index += 1) expect(await tryPassword('vera', PASSWORD)).toBe(303);
    await tryPassword('my-password-by-mistake', 'x');
    const { tables } = desk.context.store;
    const kept = JSON.stringify(Object.values(tables).map((table) => [...table.entries()]));
    expect(kept).not.toContain('by-mistake');
  });
});

describe('forms of other sites', () => {
  const form = { name: 'vera', password: PASSWORD };
  const signInFrom = async (headers: Record<string, string>): Promise<number> => {
    const browsing = await browse(desk.app);
    return (await browsing.post('/console/sign-in', form, { headers })).statusCode;
  };

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://console.example.evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: '' }],
  ])('a sign-in with %j is refused before the password is looked at', async (headers) => {
    expect(await signInFrom(headers)).toBe(403);
    expect(desk.verified).toEqual([]);
  });

  it('nobody is signed out by a page of another site, or by a form without its token', async () => {
    const browsing = await browse(desk.app, 'vera');
    const token = await browsing.token();
    const other = await (await browse(desk.app, 'rui')).token();
    expect((await browsing.post('/console/sign-out', {})).statusCode).toBe(403);
    expect((await browsing.post('/console/sign-out', { token: other })).statusCode).toBe(403);
    const headers = { origin: 'https://evil.example' };
    expect((await browsing.post('/console/sign-out', { token }, { headers })).statusCode).toBe(403);
    expect((await browsing.get('/console')).statusCode).toBe(200);
  });

  it('no body but a form is read, and no large one', async () => {
    const browsing = await browse(desk.app);
    const json = { headers: { 'content-type': 'application/json' } };
    expect((await browsing.post('/console/sign-in', form, json)).statusCode).toBe(415);
    const large = { name: 'vera', password: 'x'.repeat(10_000) };
    expect((await browsing.post('/console/sign-in', large)).statusCode).toBe(413);
  });
});
