import { DEFAULT_CALENDAR, DEFAULT_DEPLOYMENT, parseDeployment } from '@huoti/privacy';
import {
  HuotiError,
  isHuotiError,
  LEGAL_GROUNDS,
  parsePlan,
  PLATFORMS,
  PROTOCOL_VERSION,
  REFUSAL_REASONS,
  type SessionPolicy,
} from '@huoti/protocol';
import { isClearance } from '../hosts/isClearance.js';
import { assertCalendar } from './assertCalendar.js';
import { DEFAULT_POLICIES } from './defaultPolicies.js';
import { assertPromised, defaultRetention } from './promisedRetention.js';
import { signedPolicy } from './signedPolicy.js';
import type { PolicySettings, ServerSettings } from './ServerSettings.js';
import { assertRanges, DAY_MS, HOUR_MS, MINUTE_MS, type Ranges } from './settingRanges.js';

/** Settings that stand as a whole: half of one would be filled up with somebody else's words. */
type Whole = 'privacy' | 'calendar';

/** What {@link createServerSettings} takes: everything but the issuer has a default. */
export type ServerSettingsInput = Pick<ServerSettings, 'issuer'> &
  Partial<Pick<ServerSettings, Whole>> & {
    readonly [K in Exclude<keyof ServerSettings, 'issuer' | Whole>]?: ServerSettings[K] extends
      | readonly unknown[]
      | string
      | number
      | null
      ? ServerSettings[K]
      : Partial<ServerSettings[K]>;
  };

// As the signed policy may hold them.
const ATTEMPTS: Ranges = { perHour: [1, 1000], perDay: [1, 10_000] };
const UNNAMED_ATTEMPTS: Ranges = { perHour: [1, 1e9], perDay: [1, 1e9] };
const RETENTION: Ranges = {
  picturesMs: [0, 3650 * DAY_MS],
  evidenceMs: [0, 3650 * DAY_MS],
  // A day at least: the tries of a day are counted, and a result has to be fetched.
  rowsMs: [DAY_MS, 3650 * DAY_MS],
};
const LIMITS: Ranges = {
  beginWithinMs: [1000, HOUR_MS],
  // protocol.md allows no more, and the judge holds it against the stamps.
  firstRevealWithinMs: [1000, 30_000],
  completeWithinMs: [10_000, HOUR_MS],
  resultLifetimeMs: [MINUTE_MS, HOUR_MS],
  judgeAgainAfterMs: [1000, DAY_MS],
  judgeGiveUpMs: [MINUTE_MS, 30 * DAY_MS],
  platformWithinMs: [MINUTE_MS, HOUR_MS],
  platformGiveUpMs: [10_000, DAY_MS],
  chunkBytes: [1024, 1_048_576],
  pictureBytes: [1024, 1_048_576],
  manifestBytes: [1024, 65_536],
  parts: [12, 64],
  stillBytes: [1024, 67_108_864],
};
const WEBHOOKS: Ranges = {
  maxTries: [1, 30],
  firstRetryMs: [100, HOUR_MS],
  longestRetryMs: [100, 7 * DAY_MS],
  endpointsPerClient: [1, 100],
};
const TIMINGS: Ranges = {
  actionCount: [1, 6],
  stepTimeoutMs: [1000, 60_000],
  faceSearchMs: [1000, 120_000],
  totalMs: [2000, 600_000],
  faceLostMs: [100, 10_000],
};

/** The reasons that a person can mend by trying differently. */
const MENDABLE: ServerSettings['clientReasons'] = [
  'QUALITY_TOO_LOW',
  'NO_FACE',
  'SEVERAL_FACES',
  'CHALLENGE_TIMEOUT',
  'WRONG_ACTION',
  'SESSION_EXPIRED',
  'TOO_MANY_ATTEMPTS',
];
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/;

const refuse = (what: string): never => {
  throw new HuotiError('INVALID_ARGUMENT', `settings: ${what}`);
};

function assertPolicy(name: string, settings: PolicySettings): void {
  const { policy } = settings;
  if (policy.name !== name) refuse(`policies.${name} calls itself "${policy.name}"`);
  assertRanges(`policies.${name}`, settings, TIMINGS, { allOptional: true });
  if (settings.attempts) assertRanges(`policies.${name}.attempts`, settings.attempts, ATTEMPTS);
  if (settings.retention) assertRanges(`policies.${name}.retention`, settings.retention, RETENTION);
}

/** What a platform decides is not judged here: a policy that asks for both says two things. */
function assertPlatform(name: string, { platform, evidenceLevel, light, actions }: SessionPolicy): void {
  if (platform === undefined) return;
  if (evidenceLevel !== 'none' || light !== 'off' || actions !== undefined) {
    refuse(
      `policies.${name}: with a platform, evidenceLevel is "none", light is "off", and there are no actions`,
    );
  }
}

function assertConnected(
  name: string,
  { platform }: SessionPolicy,
  { platforms }: Pick<ServerSettings, 'platforms'>,
): void {
  if (platform !== undefined && !platforms.includes(platform)) {
    refuse(`allowedPolicies: "${name}" is decided by ${platform}, which this service is not connected to`);
  }
}

/** By the protocol's own schema, as a client will read it: what it can't read must not be signed. */
function assertSignable(name: string, policy: SessionPolicy): void {
  const steps = [{ action: 'blink', timeoutMs: 6000 }];
  const times = { faceSearchMs: 15_000, totalMs: 30_000, faceLostMs: 2000 };
  try {
    parsePlan({ protocolVersion: PROTOCOL_VERSION, nonce: '0'.repeat(32), policy, steps, ...times });
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    refuse(`policies.${name}: ${error.message}`);
  }
}

/**
 * Checks a configuration and fills in what it leaves out.
 *
 * @throws HuotiError INVALID_ARGUMENT naming the first setting that is wrong
 * @example createServerSettings({ issuer: 'https://huoti.example', allowedPolicies: ['default', 'trace'] })
 */
export function createServerSettings(input: ServerSettingsInput): ServerSettings {
  const attempts = { perHour: 5, perDay: 15, ...input.attempts };
  const privacy = input.privacy === undefined ? DEFAULT_DEPLOYMENT : checkedDeployment(input.privacy);
  const settings: ServerSettings = {
    issuer: input.issuer,
    policies: { ...DEFAULT_POLICIES, ...definedPolicies(input.policies) },
    allowedPolicies: input.allowedPolicies ?? ['default'],
    platforms: input.platforms ?? [],
    attempts,
    unnamedAttempts: { ...attempts, ...input.unnamedAttempts },
    retention: { ...defaultRetention(privacy), ...input.retention },
    limits: {
      beginWithinMs: 10 * MINUTE_MS,
      firstRevealWithinMs: 30_000,
      completeWithinMs: 5 * MINUTE_MS,
      resultLifetimeMs: 10 * MINUTE_MS,
      judgeAgainAfterMs: 5 * MINUTE_MS,
      judgeGiveUpMs: DAY_MS,
      platformWithinMs: 15 * MINUTE_MS,
      platformGiveUpMs: 10 * MINUTE_MS,
      chunkBytes: 262_144,
      pictureBytes: 40_960,
      manifestBytes: 16_384,
      parts: 30,
      stillBytes: 10_485_760,
      ...input.limits,
    },
    webhooks: {
      allowedHosts: [],
      allowPrivateAddresses: false,
      allowHttp: false,
      maxTries: 8,
      firstRetryMs: 10_000,
      longestRetryMs: HOUR_MS,
      endpointsPerClient: 5,
      ...input.webhooks,
    },
    clientReasons: input.clientReasons ?? MENDABLE,
    wechatFaceClearance: input.wechatFaceClearance ?? null,
    privacy,
    legalGrounds: input.legalGrounds ?? [],
    calendar: input.calendar ?? DEFAULT_CALENDAR,
    filingThreshold: input.filingThreshold ?? 100_000,
    engineVersion: input.engineVersion ?? '0.0.0',
  };
  if (!/^https?:\/\/[^\s?#]{1,240}$/.test(settings.issuer)) refuse('issuer: give the URL of the service');
  assertRanges('attempts', settings.attempts, ATTEMPTS);
  assertRanges('unnamedAttempts', settings.unnamedAttempts, UNNAMED_ATTEMPTS);
  assertPromised(settings);
  assertRanges('retention', settings.retention, RETENTION);
  for (const [name, policy] of Object.entries(settings.policies)) {
    assertPolicy(name, policy);
    assertSignable(name, signedPolicy(settings, policy));
    assertPlatform(name, signedPolicy(settings, policy));
  }
  for (const name of settings.allowedPolicies) {
    const allowed = Object.hasOwn(settings.policies, name) ? settings.policies[name] : undefined;
    if (!allowed) return refuse(`allowedPolicies: there is no policy "${name}"`);
    assertConnected(name, signedPolicy(settings, allowed), settings);
  }
  for (const platform of settings.platforms) {
    if (!PLATFORMS.includes(platform)) refuse(`platforms: there is no platform "${String(platform)}"`);
  }
  assertRanges('limits', settings.limits, LIMITS);
  assertRanges('webhooks', settings.webhooks, WEBHOOKS);
  for (const host of settings.webhooks.allowedHosts) {
    if (!HOST.test(host)) refuse(`webhooks.allowedHosts: "${host}" is no host name`);
  }
  for (const reason of settings.clientReasons) {
    if (!REFUSAL_REASONS.includes(reason)) refuse(`clientReasons: there is no reason "${reason}"`);
  }
  if (settings.wechatFaceClearance !== null && !isClearance(settings.wechatFaceClearance)) {
    refuse('wechatFaceClearance: give the contract or approval in 1 to 128 printable characters on one line');
  }
  for (const ground of settings.legalGrounds) {
    if (!LEGAL_GROUNDS.includes(ground)) refuse(`legalGrounds: there is no ground "${String(ground)}"`);
  }
  assertCalendar(settings.calendar);
  assertRanges('settings', settings, { filingThreshold: [1, 1e9] });
  return settings;
}

function checkedDeployment(value: unknown): ServerSettings['privacy'] {
  try {
    return parseDeployment(value);
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    return refuse(`privacy: ${error.message}`);
  }
}

function definedPolicies(policies: ServerSettingsInput['policies']): Record<string, PolicySettings> {
  const defined: Record<string, PolicySettings> = {};
  for (const [name, policy] of Object.entries(policies ?? {})) if (policy) defined[name] = policy;
  return defined;
}
