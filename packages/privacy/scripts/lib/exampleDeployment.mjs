const DAY_MS = 86_400_000;

/** A bank that sends points, compares faces, and lets nobody under 14 in: the deployment of the documentation. */
export const EXAMPLE_DEPLOYMENT = {
  operator: { name: 'Example Bank', contact: 'privacy@bank.example' },
  timeZone: 'Asia/Shanghai',
  utcOffsetMinutes: 480,
  alternative: { en: 'a visit to one of our branches', 'zh-CN': '到网点柜台办理' },
  versions: [
    {
      version: '2026-12',
      publishedAtMs: Date.parse('2026-12-01T12:00:00+08:00'),
      terms: {
        levels: ['none', 'trace'],
        purposes: ['liveness', 'comparison'],
        retention: {
          'face-crop': 0,
          'evidence-trace': 7 * DAY_MS,
          session: 90 * DAY_MS,
          template: 365 * DAY_MS,
          receipt: 1096 * DAY_MS,
          'rights-case': 1096 * DAY_MS,
          audit: 1096 * DAY_MS,
        },
        childRetention: {
          'face-crop': 0,
          'evidence-trace': 0,
          session: 30 * DAY_MS,
          template: 90 * DAY_MS,
          receipt: 1096 * DAY_MS,
          'rights-case': 1096 * DAY_MS,
          audit: 1096 * DAY_MS,
        },
        ages: { teens: 'with-guardian', children: 'refuse' },
        backupDays: 30,
        answerWithinWorkingDays: 15,
      },
    },
  ],
};
