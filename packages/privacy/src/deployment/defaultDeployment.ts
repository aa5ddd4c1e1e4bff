import type { RetentionTimes } from '../retention/retentionClasses.js';
import type { Deployment } from './Deployment.js';

const DAY_MS = 86_400_000;

/** Three years and a day: article 56 of China's PIPL has assessments and records of processing kept for three years at least. */
const RECORDS_MS = 1096 * DAY_MS;

const RETENTION: RetentionTimes = {
  'face-crop': DAY_MS,
  'evidence-trace': 7 * DAY_MS,
  session: 90 * DAY_MS,
  template: 365 * DAY_MS,
  receipt: RECORDS_MS,
  'rights-case': RECORDS_MS,
  audit: RECORDS_MS,
};

/**
 * For tests and first starts: the operator is the literal text `{operator}`, to be filled in before anybody sees it. Children are refused; an
 * operator who lets them in keeps pictures and traces of theirs no longer than the verdict takes.
 */
export const DEFAULT_DEPLOYMENT: Deployment = {
  operator: { name: '{operator}', contact: '{contact}' },
  timeZone: 'Asia/Shanghai',
  utcOffsetMinutes: 480,
  alternative: {},
  versions: [
    {
      version: '1',
      publishedAtMs: Date.UTC(2026, 0, 1, 4),
      terms: {
        levels: ['none', 'trace', 'frames'],
        purposes: ['liveness', 'comparison'],
        retention: RETENTION,
        childRetention: {
          ...RETENTION,
          'face-crop': 0,
          'evidence-trace': 0,
          session: 30 * DAY_MS,
          template: 90 * DAY_MS,
        },
        ages: { teens: 'with-guardian', children: 'refuse' },
        backupDays: 30,
        answerWithinWorkingDays: 15,
      },
    },
  ],
};
