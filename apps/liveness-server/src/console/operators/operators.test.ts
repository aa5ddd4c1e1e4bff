import { describe, expect, it } from '@jest/globals';
import { createTestContext } from '@huoti/server/testing';
import { addOperator } from './addOperator.js';
import { createPasswordHasher } from './createPasswordHasher.js';
import { disableOperator } from './disableOperator.js';
import { passwordProblem } from './passwordProblem.js';
import { setOperatorPassword } from './setOperatorPassword.js';

const PASSWORD = 'four wet tigers, one lamp';
const passwords = createPasswordHasher({ memoryKib: 8, passes: 1, lanes: 1 });

describe('createPasswordHasher', () => {
  it('makes argon2id hashes of 64 MiB, 3 passes and 4 lanes unless told otherwise', async () => {
    expect(await createPasswordHasher().hash(PASSWORD)).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/);
  });

  it('verifies its own, in any form of Unicode, and no other; a text that is no hash is no error', async () => {
    const hash = await passwords.hash('caf\u00e9 au lait, deux');
    expect(await passwords.verify(hash, 'cafe\u0301 au lait, deux')).toBe(true);
    expect(await passwords.verify(hash, 'cafe au lait, deux')).toBe(false);
    expect(await passwords.verify('nothing', PASSWORD)).toBe(false);
  });

  it('never makes the same hash twice', async () => {
    expect(await passwords.hash(PASSWORD)).not.toBe(await passwords.hash(PASSWORD));
  });
});

describe('passwordProblem', () => {
  it.each([
    ['eleven char', /at least 12/],
    ['口令口令口令口令口令口', /at least 12/],
    ['x'.repeat(129), /at most 128/],
    ['aaaaaaaaaaab', /different/],
    ['Password1234', /everybody tries/],
    ['1Q2W3E4R5T6Y', /everybody tries/],
    ['li.na likes tea', /name/],
  ])('%p is refused', (password, why) => {
    expect(passwordProblem(password, 'li.na')).toMatch(why);
  });

  it.each([PASSWORD, '四只湿老虎和一盏小灯泡呀', 'kX9!tq_vR2#m'])('%p is taken', (password) => {
    expect(passwordProblem(password, 'li.na')).toBeNull();
  });
});

describe('operators', () => {
  it('are added with a hash alone, written to the audit log, and given back without it', async () => {
    const context = await createTestContext();
    const added = await addOperator(context, {
      name: ' Li.Na ',
      password: PASSWORD,
      role: 'viewer',
      passwords,
    });
    expect(added).toMatchObject({
      ok: true,
      operator: { name: 'li.na', role: 'viewer', disabledAtMs: null },
    });
    expect(JSON.stringify(added)).not.toMatch(/argon2|tigers/);
    expect(JSON.stringify([...context.store.tables.operators.values()])).not.toContain('tigers');
    const entries = await context.store.transaction(({ audit }) => audit.list({ action: 'operator-add' }));
    expect(entries).toMatchObject([{ actor: 'system', facts: { name: 'li.na', role: 'viewer' } }]);
  });

  it('a name is taken once, whatever its case', async () => {
    const context = await createTestContext();
    await addOperator(context, { name: 'rui', password: PASSWORD, role: 'viewer', passwords });
    const again = await addOperator(context, {
      name: 'RUI',
      password: PASSWORD,
      role: 'reviewer',
      passwords,
    });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'NAME_TAKEN' } });
    expect(context.store.tables.operators.size).toBe(1);
  });

  it.each([
    ['', 'NAME_INVALID'] as const,
    ['a b', 'NAME_INVALID'] as const,
    ['<b>', 'NAME_INVALID'] as const,
  ])('the name %p is refused', async (name, code) => {
    const context = await createTestContext();
    const answer = await addOperator(context, { name, password: PASSWORD, role: 'viewer', passwords });
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
  });

  it('a weak password makes no account and changes none', async () => {
    const context = await createTestContext();
    const weak = { name: 'rui', password: 'short', passwords };
    expect(await addOperator(context, { ...weak, role: 'viewer' })).toMatchObject({ ok: false });
    await addOperator(context, { name: 'rui', password: PASSWORD, role: 'viewer', passwords });
    const before = JSON.stringify([...context.store.tables.operators.values()]);
    const changed = await setOperatorPassword(context, weak);
    expect(changed).toMatchObject({ ok: false, refusal: { code: 'PASSWORD_REFUSED' } });
    expect(JSON.stringify([...context.store.tables.operators.values()])).toBe(before);
  });

  it('an unknown name can’t be changed or disabled', async () => {
    const context = await createTestContext();
    const unknown = { ok: false, refusal: { code: 'NAME_UNKNOWN' } };
    expect(await setOperatorPassword(context, { name: 'x', password: PASSWORD, passwords })).toMatchObject(
      unknown,
    );
    expect(await disableOperator(context, { name: 'no name' })).toMatchObject(unknown);
  });

  it('disabling twice keeps the first time and writes one entry', async () => {
    const context = await createTestContext();
    await addOperator(context, { name: 'rui', password: PASSWORD, role: 'viewer', passwords });
    const first = await disableOperator(context, { name: 'rui' });
    context.time.advanceBy(1000);
    expect(await disableOperator(context, { name: 'rui' })).toEqual(first);
    const entries = await context.store.transaction(({ audit }) =>
      audit.list({ action: 'operator-disable' }),
    );
    expect(entries).toHaveLength(1);
  });
});
