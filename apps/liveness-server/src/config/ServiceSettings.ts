import { ACTIONS, LEGAL_GROUNDS, PLATFORMS, SessionPolicySchema } from '@huoti/protocol';
import { type Static, Type } from '@sinclair/typebox';
import { LOG_LEVELS } from '../logging/Logger.js';

const strict = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const port = Type.Integer({ minimum: 0, maximum: 65_535 });
const host = Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9.:-]+$' });
const path = Type.String({ minLength: 1, maxLength: 4096 });
const perMinute = Type.Integer({ minimum: 1, maximum: 1_000_000 });
/** `https://host[:port]`, without a path; plain http for a machine of one's own. */
const origin = Type.String({ maxLength: 300, pattern: '^https?://[A-Za-z0-9.\\-\\[\\]:]+$' });
const policyName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });

const { light, tripwires, evidenceLevel } = SessionPolicySchema.properties;
const keptMs = Type.Integer({ minimum: 0, maximum: 315_360_000_000 });

/** Failed tries that are allowed. */
const AttemptsSchema = Type.Object(
  {
    perHour: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    perDay: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  },
  strict,
);

/** How long what is kept, from a session's end, ms. */
const RetentionSchema = Type.Object(
  {
    picturesMs: keptMs,
    evidenceMs: keptMs,
    rowsMs: Type.Integer({ minimum: 86_400_000, maximum: 315_360_000_000 }),
  },
  strict,
);

/** What a policy is made of; its name is its key. */
export const PolicyDefinitionSchema = Type.Object(
  {
    light,
    tripwires,
    evidenceLevel,
    /** Whose own verification decides, instead of this service. */
    platform: Type.Optional(Type.Union(PLATFORMS.map((platform) => Type.Literal(platform)))),
    /** Exactly these, in this order, for a recording whose actions are known. */
    actions: Type.Optional(
      Type.Array(Type.Union(ACTIONS.map((action) => Type.Literal(action))), { minItems: 1, maxItems: 8 }),
    ),
    actionCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 6 })),
    stepTimeoutMs: Type.Optional(Type.Integer({ minimum: 1_000, maximum: 60_000 })),
    faceSearchMs: Type.Optional(Type.Integer({ minimum: 1_000, maximum: 120_000 })),
    totalMs: Type.Optional(Type.Integer({ minimum: 2_000, maximum: 600_000 })),
    requiredSignals: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }), { maxItems: 16 }),
    ),
    attempts: Type.Optional(AttemptsSchema),
    retention: Type.Optional(RetentionSchema),
  },
  strict,
);
/** What {@link PolicyDefinitionSchema} describes. */
export type PolicyDefinition = Static<typeof PolicyDefinitionSchema>;

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** On which days requests of people are worked on. */
const CalendarSchema = Type.Object(
  {
    /** Days of the week that are off, 0 for Sunday to 6 for Saturday. */
    weekend: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), { maxItems: 7 }),
    /** Days off beside those. */
    holidays: Type.Array(day, { maxItems: 2_000 }),
    /** Days that are worked though they are off by the week. */
    workdays: Type.Array(day, { maxItems: 2_000 }),
  },
  strict,
);

/** Everything that the operator decides, in one object. A JSON file may hold any part of it; environment variables win. */
export const ServiceSettingsSchema = Type.Object(
  {
    /** The origin under which clients reach the service; proofs are made for it, and it signs results. */
    publicUrl: orNull(origin),
    listen: Type.Object({ host, port }, strict),
    /** Whose `X-Forwarded-For` is believed: addresses or networks of proxies. None: nobody's. */
    trustedProxies: Type.Array(Type.String({ pattern: '^[0-9A-Fa-f.:]+(?:/[0-9]{1,3})?$' }), {
      maxItems: 64,
    }),
    database: Type.Object(
      {
        /** A real Postgres; `null` for the embedded one in the data folder. */
        url: orNull(Type.String({ maxLength: 2048, pattern: '^postgres(?:ql)?://' })),
        poolSize: Type.Integer({ minimum: 1, maximum: 200 }),
      },
      strict,
    ),
    /** Where the embedded database and generated keys lie. */
    dataFolder: path,
    blobs: Type.Object(
      {
        kind: Type.Union([Type.Literal('database'), Type.Literal('folder'), Type.Literal('s3')]),
        folder: orNull(path),
        bucket: orNull(Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$' })),
        endpoint: orNull(Type.String({ maxLength: 300, pattern: '^https?://' })),
        region: orNull(Type.String({ pattern: '^[a-z0-9-]{1,64}$' })),
        prefix: Type.String({ maxLength: 128, pattern: '^(?:[A-Za-z0-9._-]+/)*$' }),
      },
      strict,
    ),
    /** A file of master keys; `null`: made in the data folder at the first start, which only the embedded database may do. */
    masterKeyFile: orNull(path),
    /** Master keys themselves, as the file has them: `name:base64`, the last one wraps. */
    masterKeys: orNull(Type.String({ minLength: 1, maxLength: 65_536 })),
    /** A module that asks a key management service, instead of keys. */
    masterKeyModule: orNull(path),
    /** A file with the private signing keys as JWKS; `null`: as above. */
    signingKeyFile: orNull(path),
    /** The same for the key that signs heads of the audit log's chain; `null`: as above. Another key than those above, and not in the database. */
    auditKeyFile: orNull(path),
    signingAlgorithm: Type.Union([Type.Literal('ES256'), Type.Literal('EdDSA')]),
    /** Beside the built-in ones: default, trace, device-only, no-light, wechat. */
    policies: Type.Record(policyName, PolicyDefinitionSchema, strict),
    /** The policies that the service signs, by name. */
    allowedPolicies: Type.Array(policyName, { minItems: 1, maxItems: 64 }),
    attempts: AttemptsSchema,
    /** What is left out is the built-in time, or what the privacy policy promises where that is shorter. */
    retention: Type.Partial(RetentionSchema, strict),
    cors: Type.Object({ origins: Type.Array(origin, { maxItems: 64 }) }, strict),
    limits: Type.Object(
      { perAddressPerMinute: perMinute, perKeyPerMinute: perMinute, perSessionPerMinute: perMinute },
      strict,
    ),
    webhooks: Type.Object(
      {
        /** Hosts that may be told: `hooks.example.com`, `*.example.com` for all below it. */
        allowedHosts: Type.Array(
          Type.String({ maxLength: 255, pattern: '^(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*$' }),
          { maxItems: 64 },
        ),
        /** Whether a target may lie inside a private network, or on this machine. */
        allowPrivateAddresses: Type.Boolean(),
        /** Whether a target may be reached without TLS. */
        allowPlainHttp: Type.Boolean(),
        timeoutMs: Type.Integer({ minimum: 100, maximum: 60_000 }),
        /** Tries of one notice before it is a dead letter. */
        maxTries: Type.Integer({ minimum: 1, maximum: 30 }),
        /** From the first failure to the second try; twice as long after each further one. */
        firstRetryMs: Type.Integer({ minimum: 100, maximum: 3_600_000 }),
        /** No wait between two tries is longer. */
        longestRetryMs: Type.Integer({ minimum: 100, maximum: 604_800_000 }),
      },
      strict,
    ),
    wechat: Type.Object(
      {
        /** The mini-program whose people WeChat verifies; `null`: this service never asks WeChat anything. */
        appId: orNull(Type.String({ pattern: '^wx[0-9a-f]{16}$' })),
        appSecret: orNull(Type.String({ pattern: '^[A-Za-z0-9]{16,64}$' })),
        /** How long WeChat's server may take for one answer, ms. */
        timeoutMs: Type.Integer({ minimum: 100, maximum: 10_000 }),
        /** The contract or approval to take pictures of faces on a page inside a WeChat mini-program; `null`: there is none. */
        faceClearance: orNull(
          Type.String({ minLength: 1, maxLength: 128, pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]+$' }),
        ),
      },
      strict,
    ),
    /** What the operator says of its service to people, the same file as in its pages; `null`: huoti's own, which names nobody. Judged by `parseDeployment`. */
    privacy: Type.Unknown(),
    /** Grounds in law that a session may name in the place of a consent. */
    legalGrounds: Type.Array(Type.Union(LEGAL_GROUNDS.map((ground) => Type.Literal(ground))), {
      maxItems: LEGAL_GROUNDS.length,
      uniqueItems: true,
    }),
    /** `null`: Monday to Friday, and no holidays. */
    calendar: orNull(CalendarSchema),
    /** From how many people with a stored face on an authority has to be told. */
    filingThreshold: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    console: Type.Object({ enabled: Type.Boolean() }, strict),
    /** Port of its own for `/metrics`; `null`: not served. */
    metrics: Type.Object({ host, port: orNull(port) }, strict),
    log: Type.Object({ level: Type.Union(LOG_LEVELS.map((level) => Type.Literal(level))) }, strict),
    worker: Type.Object(
      {
        threads: Type.Integer({ minimum: 1, maximum: 64 }),
        /** After so many sessions, threads that grew are replaced. */
        recycleAfterJobs: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
        /** What the whole process may take before its threads are replaced, MB. */
        recycleAboveMb: Type.Integer({ minimum: 128, maximum: 1_048_576 }),
        expireEverySeconds: Type.Integer({ minimum: 1, maximum: 86_400 }),
        /** Whether the network that looks at texture has a say; its training is not known (docs/models.md). */
        textureNet: Type.Boolean(),
      },
      strict,
    ),
    /** How long what runs may take to finish when the service is told to stop, ms. */
    shutdownMs: Type.Integer({ minimum: 0, maximum: 600_000 }),
  },
  strict,
);
/** What {@link ServiceSettingsSchema} describes. */
export type ServiceSettings = Static<typeof ServiceSettingsSchema>;
