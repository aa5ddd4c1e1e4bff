import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost } from '../src/index.js';
import { writeMiniProgram } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

/** What a script has put down by the time that so much is there. */
async function order(promise: 'native' | 'timeout', script: string, count = 1): Promise<string> {
  host = openMiniProgram({ directory: writeMiniProgram({}), promise });
  const page = await host.open();
  host.realm.run(`var order = []; ${script}`);
  await page.waitFor(() => (host.realm.run('order.length') as number) >= count, { timeoutMs: 15000 });
  await page.settle();
  return String(host.realm.run('order.join(" ")'));
}

/** A timer is set, then a promise is followed: on an old iPhone the timer comes first. */
const RACE = `setTimeout(() => order.push('timer'), 0); Promise.resolve().then(() => order.push('promise')); order.push('script');`;

describe('the promise of iOS up to 15', () => {
  it('runs its callbacks as timers, where the native one runs before them', async () => {
    expect(await order('native', RACE, 3)).toBe('script promise timer');
    host.close();
    expect(await order('timeout', RACE, 3)).toBe('script timer promise');
  });

  it('is what the platform answers with', async () => {
    await order('timeout', `order.push('end');`);
    expect(host.realm.run('wx.getSetting() instanceof Promise')).toBe(true);
  });

  it('settles once, follows thenables, and passes failures along', async () => {
    const script = `
      new Promise((resolve, reject) => { resolve(1); reject(2); }).then((v) => order.push('once' + v));
      Promise.resolve({ then(done) { done('then'); } }).then((v) => order.push(v));
      Promise.reject(new Error('no')).then(() => order.push('never')).catch((e) => { order.push(e.message); return 'kept'; })
        .finally(() => order.push('finally')).then((v) => order.push(v));
      Promise.all([1, Promise.resolve(2)]).then((v) => order.push(v.join('+')));
      Promise.race([new Promise(() => {}), Promise.resolve('first')]).then((v) => order.push(v));
      Promise.allSettled([Promise.reject(0), 1]).then((v) => order.push(v.map((one) => one.status).join('/')));
      Promise.any([Promise.reject(0), Promise.resolve('any')]).then((v) => order.push(v));`;
    const expected = ['once1', 'then', 'no', 'kept', 'finally', '1+2', 'first', 'rejected/fulfilled', 'any'];
    expect((await order('timeout', script, expected.length)).split(' ').sort()).toEqual(expected.sort());
  });

  it('is not what an async function gives: that is the engine itself, on the phone as here', async () => {
    await order('timeout', `order.push('end');`);
    expect(host.realm.run('(async () => {})() instanceof Promise')).toBe(false);
  });
});
