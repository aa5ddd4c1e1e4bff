import { LEGAL_GROUNDS } from '@huoti/protocol';

/** How the text of an environment variable becomes a value. */
export type VariableKind = 'text' | 'integer' | 'flag' | 'list' | 'json' | 'hours';

/** One environment variable: where its value goes, and what it is for. */
export interface Variable {
  readonly name: string;
  /** The setting's place, dotted. */
  readonly setting: string;
  readonly kind: VariableKind;
  /** What to write there: it stands in the manual, and in the message about a wrong value. */
  readonly help: string;
}

/** Every environment variable of the service. A name with `_FILE` after it reads the value from a file instead. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'HUOTI_PUBLIC_URL',
    setting: 'publicUrl',
    kind: 'text',
    help: 'the origin that clients call, like https://liveness.example.com; needed as soon as others than this machine call',
  },
  { name: 'HUOTI_HOST', setting: 'listen.host', kind: 'text', help: 'the address to listen on' },
  {
    name: 'HUOTI_PORT',
    setting: 'listen.port',
    kind: 'integer',
    help: 'the port to listen on, 0 for a free one',
  },
  {
    name: 'HUOTI_TRUSTED_PROXIES',
    setting: 'trustedProxies',
    kind: 'list',
    help: 'addresses or networks of proxies whose X-Forwarded-For is believed, like 10.0.0.0/8',
  },
  {
    name: 'DATABASE_URL',
    setting: 'database.url',
    kind: 'text',
    help: 'a Postgres, like postgres://user:password@host:5432/huoti; without it, the embedded database',
  },
  {
    name: 'HUOTI_DATABASE_POOL',
    setting: 'database.poolSize',
    kind: 'integer',
    help: 'connections that one process holds, 1 to 200',
  },
  {
    name: 'HUOTI_DATA_FOLDER',
    setting: 'dataFolder',
    kind: 'text',
    help: 'a folder for the embedded database and generated keys',
  },
  {
    name: 'HUOTI_BLOBS',
    setting: 'blobs.kind',
    kind: 'text',
    help: 'where sealed evidence lies: database, folder or s3',
  },
  {
    name: 'HUOTI_BLOB_FOLDER',
    setting: 'blobs.folder',
    kind: 'text',
    help: 'the folder, with HUOTI_BLOBS=folder',
  },
  {
    name: 'HUOTI_S3_BUCKET',
    setting: 'blobs.bucket',
    kind: 'text',
    help: 'the bucket, with HUOTI_BLOBS=s3; credentials come from the AWS variables',
  },
  {
    name: 'HUOTI_S3_ENDPOINT',
    setting: 'blobs.endpoint',
    kind: 'text',
    help: 'the URL of an S3-compatible store that is not AWS',
  },
  { name: 'HUOTI_S3_REGION', setting: 'blobs.region', kind: 'text', help: "the bucket's region" },
  {
    name: 'HUOTI_S3_PREFIX',
    setting: 'blobs.prefix',
    kind: 'text',
    help: 'a prefix for all keys, ending in /',
  },
  {
    name: 'HUOTI_MASTER_KEY_FILE',
    setting: 'masterKeyFile',
    kind: 'text',
    help: 'the file of master keys; with DATABASE_URL this or one of the next two is needed',
  },
  {
    name: 'HUOTI_MASTER_KEYS',
    setting: 'masterKeys',
    kind: 'text',
    help: 'the master keys themselves instead of a file, like 2025:...= 2026:...=; the last one wraps',
  },
  {
    name: 'HUOTI_MASTER_KEY_MODULE',
    setting: 'masterKeyModule',
    kind: 'text',
    help: 'a module that asks a key management service, instead of keys',
  },
  {
    name: 'HUOTI_SIGNING_KEY_FILE',
    setting: 'signingKeyFile',
    kind: 'text',
    help: 'a JWKS file with the private signing keys, the first one signs; needed with DATABASE_URL',
  },
  {
    name: 'HUOTI_AUDIT_KEY_FILE',
    setting: 'auditKeyFile',
    kind: 'text',
    help: "a JWKS file with the private key that signs the audit log's heads, no signing key; needed with DATABASE_URL",
  },
  {
    name: 'HUOTI_SIGNING_ALGORITHM',
    setting: 'signingAlgorithm',
    kind: 'text',
    help: 'ES256 or EdDSA: what a key is made for where none is given',
  },
  {
    name: 'HUOTI_POLICIES',
    setting: 'policies',
    kind: 'json',
    help: 'policies by name as JSON, beside the built-in default, trace, device-only, no-light and wechat',
  },
  {
    name: 'HUOTI_ALLOWED_POLICIES',
    setting: 'allowedPolicies',
    kind: 'list',
    help: 'names of the policies that are signed; a policy that is not named here is not, however it is defined',
  },
  {
    name: 'HUOTI_ATTEMPTS_PER_HOUR',
    setting: 'attempts.perHour',
    kind: 'integer',
    help: 'failed tries an hour',
  },
  { name: 'HUOTI_ATTEMPTS_PER_DAY', setting: 'attempts.perDay', kind: 'integer', help: 'failed tries a day' },
  {
    name: 'HUOTI_KEEP_PICTURES_HOURS',
    setting: 'retention.picturesMs',
    kind: 'hours',
    help: 'how long pictures are kept after the decision, in hours, no longer than the privacy policy promises: 24 where it allows',
  },
  {
    name: 'HUOTI_KEEP_EVIDENCE_HOURS',
    setting: 'retention.evidenceMs',
    kind: 'hours',
    help: 'how long other evidence is kept after the decision, in hours, no longer than the privacy policy promises: 168 where it allows',
  },
  {
    name: 'HUOTI_KEEP_ROWS_HOURS',
    setting: 'retention.rowsMs',
    kind: 'hours',
    help: 'how long sessions and verdicts are kept, in hours, 24 at least, no longer than the privacy policy promises: 2160 where it allows',
  },
  {
    name: 'HUOTI_CORS_ORIGINS',
    setting: 'cors.origins',
    kind: 'list',
    help: 'origins of pages that may call the client routes, like https://app.example.com',
  },
  {
    name: 'HUOTI_LIMIT_PER_ADDRESS',
    setting: 'limits.perAddressPerMinute',
    kind: 'integer',
    help: 'requests a minute from one address, in each process',
  },
  {
    name: 'HUOTI_LIMIT_PER_KEY',
    setting: 'limits.perKeyPerMinute',
    kind: 'integer',
    help: 'requests a minute with one API key, in each process',
  },
  {
    name: 'HUOTI_LIMIT_PER_SESSION',
    setting: 'limits.perSessionPerMinute',
    kind: 'integer',
    help: 'requests a minute for one session, in each process',
  },
  {
    name: 'HUOTI_WEBHOOK_HOSTS',
    setting: 'webhooks.allowedHosts',
    kind: 'list',
    help: 'hosts that webhooks may go to, like hooks.example.com or *.example.com; none: no webhooks',
  },
  {
    name: 'HUOTI_WEBHOOK_PRIVATE',
    setting: 'webhooks.allowPrivateAddresses',
    kind: 'flag',
    help: 'true lets webhooks go to private addresses',
  },
  {
    name: 'HUOTI_WEBHOOK_PLAIN_HTTP',
    setting: 'webhooks.allowPlainHttp',
    kind: 'flag',
    help: 'true lets webhooks go without TLS',
  },
  {
    name: 'HUOTI_WEBHOOK_TIMEOUT_MS',
    setting: 'webhooks.timeoutMs',
    kind: 'integer',
    help: 'how long a target may take to answer, ms',
  },
  {
    name: 'HUOTI_WEBHOOK_TRIES',
    setting: 'webhooks.maxTries',
    kind: 'integer',
    help: 'tries of one notice before it is put among the dead letters',
  },
  {
    name: 'HUOTI_WEBHOOK_FIRST_RETRY_MS',
    setting: 'webhooks.firstRetryMs',
    kind: 'integer',
    help: 'wait after the first failure, doubled after each further one, ms',
  },
  {
    name: 'HUOTI_WEBHOOK_LONGEST_RETRY_MS',
    setting: 'webhooks.longestRetryMs',
    kind: 'integer',
    help: 'the longest wait between two tries, ms',
  },
  {
    name: 'HUOTI_WECHAT_APP_ID',
    setting: 'wechat.appId',
    kind: 'text',
    help: 'the id of your mini-program, like wx0123456789abcdef, for policies that WeChat decides; without it nothing is ever asked of WeChat',
  },
  {
    name: 'HUOTI_WECHAT_APP_SECRET',
    setting: 'wechat.appSecret',
    kind: 'text',
    help: 'its secret; better in a file, as HUOTI_WECHAT_APP_SECRET_FILE',
  },
  {
    name: 'HUOTI_WECHAT_TIMEOUT_MS',
    setting: 'wechat.timeoutMs',
    kind: 'integer',
    help: "how long WeChat's server may take to answer, ms",
  },
  {
    name: 'HUOTI_WECHAT_FACE_CLEARANCE',
    setting: 'wechat.faceClearance',
    kind: 'text',
    help: 'the contract or approval to take faces on a page inside a WeChat mini-program, 1 to 128 characters; without it such sessions are refused',
  },
  {
    name: 'HUOTI_PRIVACY',
    setting: 'privacy',
    kind: 'json',
    help: 'what you say of this service to people, as JSON: the same file that your pages have, so better as HUOTI_PRIVACY_FILE',
  },
  {
    name: 'HUOTI_LEGAL_GROUNDS',
    setting: 'legalGrounds',
    kind: 'list',
    help: `grounds in law that a session may name in the place of a consent, of ${LEGAL_GROUNDS.join(', ')}; none by default`,
  },
  {
    name: 'HUOTI_CALENDAR',
    setting: 'calendar',
    kind: 'json',
    help: 'weekend, holidays and workdays by which answers to people are due, as JSON, like {"weekend":[0,6],"holidays":["2026-10-01"],"workdays":["2026-10-10"]}; better as HUOTI_CALENDAR_FILE',
  },
  {
    name: 'HUOTI_FILING_THRESHOLD',
    setting: 'filingThreshold',
    kind: 'integer',
    help: 'people with a stored face from whom on an authority has to be told; from 80 % on the log and the console say so',
  },
  {
    name: 'HUOTI_CONSOLE',
    setting: 'console.enabled',
    kind: 'flag',
    help: "true serves the operator's page at /console",
  },
  { name: 'HUOTI_METRICS_HOST', setting: 'metrics.host', kind: 'text', help: 'the address for /metrics' },
  {
    name: 'HUOTI_METRICS_PORT',
    setting: 'metrics.port',
    kind: 'integer',
    help: 'a port of its own for /metrics; without it there are none',
  },
  { name: 'HUOTI_LOG_LEVEL', setting: 'log.level', kind: 'text', help: 'debug, info, warn, error or silent' },
  {
    name: 'HUOTI_WORKER_THREADS',
    setting: 'worker.threads',
    kind: 'integer',
    help: 'judging threads of one process; a core each',
  },
  {
    name: 'HUOTI_WORKER_RECYCLE_JOBS',
    setting: 'worker.recycleAfterJobs',
    kind: 'integer',
    help: 'sessions after which grown threads are replaced',
  },
  {
    name: 'HUOTI_WORKER_RECYCLE_MB',
    setting: 'worker.recycleAboveMb',
    kind: 'integer',
    help: 'memory of the process above which its threads are replaced, MB',
  },
  {
    name: 'HUOTI_EXPIRE_SECONDS',
    setting: 'worker.expireEverySeconds',
    kind: 'integer',
    help: 'how often what ran out is removed',
  },
  {
    name: 'HUOTI_TEXTURE_NET',
    setting: 'worker.textureNet',
    kind: 'flag',
    help: 'whether the network that looks at texture has a say in verdicts',
  },
  {
    name: 'HUOTI_SHUTDOWN_MS',
    setting: 'shutdownMs',
    kind: 'integer',
    help: 'how long what runs may take to finish at the end, ms',
  },
];
