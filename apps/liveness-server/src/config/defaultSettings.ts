import type { ServiceSettings } from './ServiceSettings.js';

/**
 * What holds where the operator says nothing: one machine, the embedded database, nobody from outside.
 *
 * @param dataFolder where the embedded database and generated keys lie
 * @example defaultSettings().listen.port // 8787
 */
export function defaultSettings(dataFolder = './huoti-data'): ServiceSettings {
  return {
    publicUrl: null,
    listen: { host: '127.0.0.1', port: 8787 },
    trustedProxies: [],
    database: { url: null, poolSize: 10 },
    dataFolder,
    blobs: { kind: 'database', folder: null, bucket: null, endpoint: null, region: null, prefix: '' },
    masterKeyFile: null,
    masterKeys: null,
    masterKeyModule: null,
    signingKeyFile: null,
    auditKeyFile: null,
    signingAlgorithm: 'ES256',
    policies: {},
    allowedPolicies: ['default'],
    attempts: { perHour: 5, perDay: 15 },
    retention: {},
    cors: { origins: [] },
    limits: { perAddressPerMinute: 600, perKeyPerMinute: 6_000, perSessionPerMinute: 240 },
    webhooks: {
      allowedHosts: [],
      allowPrivateAddresses: false,
      allowPlainHttp: false,
      timeoutMs: 10_000,
      maxTries: 8,
      firstRetryMs: 10_000,
      longestRetryMs: 3_600_000,
    },
    wechat: { appId: null, appSecret: null, timeoutMs: 5_000, faceClearance: null },
    privacy: null,
    legalGrounds: [],
    calendar: null,
    filingThreshold: 100_000,
    console: { enabled: false },
    metrics: { host: '127.0.0.1', port: null },
    log: { level: 'info' },
    worker: {
      threads: 1,
      recycleAfterJobs: 1_000,
      recycleAboveMb: 1_024,
      expireEverySeconds: 60,
      textureNet: true,
    },
    shutdownMs: 20_000,
  };
}
