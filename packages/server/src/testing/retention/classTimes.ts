import { DEFAULT_DEPLOYMENT, type Deployment, type PolicyTerms, type RetentionTimes } from '@huoti/privacy';

const DAY_MS = 86_400_000;

/** Every class another time, in days; none of them the built-in one. */
export const CLASS_DAYS = {
  'face-crop': 2,
  'evidence-trace': 3,
  session: 10,
  template: 20,
  receipt: 30,
  'rights-case': 40,
} as const;
/** Children's. */
export const CHILD_CLASS_DAYS: ClassDays = {
  ...CLASS_DAYS,
  'face-crop': 1,
  session: 5,
  template: 6,
  receipt: 7,
  'rights-case': 8,
};
/** Days of each class but the audit log, which is kept for 50. */
export type ClassDays = Readonly<Record<keyof typeof CLASS_DAYS, number>>;

function timesOf(days: ClassDays): RetentionTimes {
  const inMs = Object.entries({ ...days, audit: 50 }).map(([kept, count]) => [kept, count * DAY_MS]);
  return Object.fromEntries(inMs) as RetentionTimes;
}

/** Terms that keep so long, of children never longer than of others. */
export function termsKeeping(days: ClassDays = CLASS_DAYS): PolicyTerms {
  const childDays = Object.fromEntries(
    Object.entries(CHILD_CLASS_DAYS).map(([kept, count]) => [
      kept,
      Math.min(count, days[kept as keyof ClassDays]),
    ]),
  ) as Record<keyof ClassDays, number>;
  const [first] = DEFAULT_DEPLOYMENT.versions;
  if (!first) throw new RangeError('the default deployment has a version');
  return { ...first.terms, retention: timesOf(days), childRetention: timesOf(childDays) };
}

/** A deployment of one version that keeps so long. */
export function deploymentKeeping(terms: PolicyTerms = termsKeeping()): Deployment {
  return {
    ...DEFAULT_DEPLOYMENT,
    versions: DEFAULT_DEPLOYMENT.versions.map((version) => ({ ...version, terms })),
  };
}
