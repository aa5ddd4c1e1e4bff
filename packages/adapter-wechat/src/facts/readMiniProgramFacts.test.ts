import { describe, expect, it } from '@jest/globals';
import { createManualClock } from '@huoti/core/testing';
import { settle } from '../../test/support/settle.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import { createFakeMiniProgram } from '../testing/createFakeMiniProgram.js';
import { readMiniProgramFacts } from './readMiniProgramFacts.js';

/** An object that tells which of its properties were looked at, and has every one that the platforms are known for. */
function recording(values: Record<string, unknown>, read: Set<string>): object {
  return new Proxy(values, {
    get(target, name) {
      read.add(String(name));
      return target[String(name)] ?? `secret ${String(name)}`;
    },
    has(_target, name) {
      read.add(`has ${String(name)}`);
      return true;
    },
    ownKeys() {
      read.add('all of them');
      return [];
    },
  });
}

const clock = createManualClock();

describe('what is read of the host', () => {
  it.each([
    [
      'the new form',
      {
        getDeviceInfo: ['platform', 'system'],
        getAppBaseInfo: ['version', 'language'],
        getNetworkType: ['networkType'],
      },
    ],
    [
      'the old form',
      { getSystemInfoSync: ['platform', 'system', 'version', 'language'], getNetworkType: ['networkType'] },
    ],
  ])('%s: these properties and no other', async (_title, expected) => {
    const read = new Map<string, Set<string>>();
    const asked = new Set<string>();
    const api = new Proxy(
      {},
      {
        get(_target, name) {
          const call = String(name);
          asked.add(call);
          if (!(call in expected)) return undefined;
          const seen = new Set<string>();
          read.set(call, seen);
          return (options?: { success?: (answer: object) => void }) => {
            const answer = recording({ platform: 'ios', system: 'iOS 17.2', networkType: 'WIFI' }, seen);
            options?.success?.(answer);
            return call === 'getNetworkType' ? undefined : answer;
          };
        },
      },
    ) as MiniProgramApi;
    await readMiniProgramFacts({ api, profile: { kind: 'wechat' }, clock });
    // Resolving a promise with an answer asks it for 'then'.
    const got = Object.fromEntries(
      [...read].map(([call, seen]) => [call, [...seen].filter((one) => one !== 'then').sort()]),
    );
    const sorted = Object.fromEntries(
      Object.entries(expected).map(([call, names]) => [call, [...names].sort()]),
    );
    expect(got).toEqual(sorted);
    expect(
      [...asked].filter((call) => !/^get(DeviceInfo|AppBaseInfo|SystemInfoSync|NetworkType)$/.test(call)),
    ).toEqual([]);
  });

  it('is app, version, system, language and network, and nothing else', async () => {
    const { api, profile } = createFakeMiniProgram();
    expect(await readMiniProgramFacts({ api, profile, clock })).toEqual({
      kind: 'wechat',
      browser: 'WeChat',
      browserVersion: '8.0.50',
      os: 'Android 14',
      engine: null,
      language: 'zh-CN',
      network: 'wifi',
    });
  });

  it('names the platform where its system is a bare number', async () => {
    const { api } = createFakeMiniProgram({ lacks: ['getDeviceInfo', 'getNetworkType'] });
    const old = {
      ...api,
      getSystemInfoSync: () => ({ platform: 'iOS', system: '17.2', language: 'zh-Hans' }),
    };
    expect(await readMiniProgramFacts({ api: old, profile: { kind: 'alipay' }, clock })).toMatchObject({
      kind: 'alipay',
      os: 'iOS 17.2',
      browserVersion: null,
      network: null,
    });
  });

  it('says nothing where the platform throws, gives no text, or never answers', async () => {
    const time = createManualClock();
    const { api, profile } = createFakeMiniProgram({ kind: 'douyin' });
    const broken: MiniProgramApi = {
      ...api,
      getDeviceInfo: () => {
        throw new TypeError('not here');
      },
      getNetworkType: () => undefined,
    };
    const reading = readMiniProgramFacts({ api: broken, profile, clock: time });
    await settle();
    time.advanceBy(1_000);
    const none = { browserVersion: null, os: null, engine: null, language: null, network: null };
    expect(await reading).toEqual({ kind: 'douyin', browser: 'Douyin', ...none });
    expect(time.sleeperCount).toBe(0);
  });

  it('cuts what is too long for a session to carry', async () => {
    const { api, profile } = createFakeMiniProgram();
    const long = {
      ...api,
      getDeviceInfo: () => ({ platform: 'android', system: `Android ${'1'.repeat(200)}` }),
    };
    expect((await readMiniProgramFacts({ api: long, profile, clock })).os).toHaveLength(64);
  });
});
