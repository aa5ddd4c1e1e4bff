import type { AbortSignalLike, Clock } from '@huoti/core';
import { isHuotiError, type HostFacts } from '@huoti/protocol';
import { callPlatform } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramKind, MiniProgramProfile } from '../platform/MiniProgramProfile.js';

/** Longest fact that a session with a server carries, in characters. */
const MAX_CHARACTERS = 64;
/** How long the network's kind may take, in ms: nothing is decided by it. */
const NETWORK_LIMIT_MS = 1000;

const APPS: Readonly<Record<MiniProgramKind, string>> = {
  wechat: 'WeChat',
  alipay: 'Alipay',
  douyin: 'Douyin',
};

/** What {@link readMiniProgramFacts} takes. */
export interface MiniProgramFactsOptions {
  readonly api: Pick<
    MiniProgramApi,
    'getDeviceInfo' | 'getAppBaseInfo' | 'getSystemInfoSync' | 'getNetworkType'
  >;
  readonly profile: Pick<MiniProgramProfile, 'kind'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal?: AbortSignalLike | undefined;
}

interface SystemFacts {
  readonly platform: string | null;
  readonly system: string | null;
  readonly version: string | null;
  readonly language: string | null;
}

const fact = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value !== 'unknown' ? value.slice(0, MAX_CHARACTERS) : null;

/** Property by property: what is not named here is not even read. */
function readSystem(api: MiniProgramFactsOptions['api']): SystemFacts {
  try {
    if (typeof api.getDeviceInfo === 'function' && typeof api.getAppBaseInfo === 'function') {
      const { platform, system } = api.getDeviceInfo();
      const { version, language } = api.getAppBaseInfo();
      return {
        platform: fact(platform),
        system: fact(system),
        version: fact(version),
        language: fact(language),
      };
    }
    if (typeof api.getSystemInfoSync === 'function') {
      const { platform, system, version, language } = api.getSystemInfoSync();
      return {
        platform: fact(platform),
        system: fact(system),
        version: fact(version),
        language: fact(language),
      };
    }
  } catch {
    // A platform that throws says nothing; no session fails for it.
  }
  return { platform: null, system: null, version: null, language: null };
}

async function readNetwork({ api, clock, signal }: MiniProgramFactsOptions): Promise<string | null> {
  if (typeof api.getNetworkType !== 'function') return null;
  try {
    const answer = await callPlatform<{ readonly networkType?: unknown } | undefined>(
      'getNetworkType',
      (handlers) => api.getNetworkType?.(handlers),
      { clock, signal, limitMs: NETWORK_LIMIT_MS },
    );
    return fact(answer?.networkType)?.toLowerCase() ?? null;
  } catch (error) {
    if (isHuotiError(error, 'ABORTED')) throw error;
    return null;
  }
}

/** Some platforms give the system's version alone: its name is the platform's then. */
function osOf({ platform, system }: SystemFacts): string | null {
  if (system === null || platform === null) return system ?? platform;
  return /[a-z]/i.test(system) ? system : fact(`${platform} ${system}`);
}

/**
 * What a session tells of its host, which is what the privacy policy lists and no more: app, device platform, operating system, language,
 * kind of network. Model, brand, memory, settings and identifiers are not even read. What the platform does not say is `null`.
 *
 * @throws HuotiError ABORTED
 * @example const facts = await readMiniProgramFacts({ api: wx, profile: miniProgramProfiles.wechat, clock });
 */
export async function readMiniProgramFacts(options: MiniProgramFactsOptions): Promise<HostFacts> {
  const { kind } = options.profile;
  const system = readSystem(options.api);
  return {
    kind,
    browser: APPS[kind],
    browserVersion: system.version,
    os: osOf(system),
    // The base library's version decides what is supported, and stays here.
    engine: null,
    // zh_CN -> zh-CN, as BCP 47 has it.
    language: system.language?.replace(/_/g, '-') ?? null,
    network: await readNetwork(options),
  };
}
