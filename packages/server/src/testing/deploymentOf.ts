import { DEFAULT_DEPLOYMENT, type Deployment, type PolicyTerms } from '@huoti/privacy';

/** One version of a test's deployment: what differs from the terms that huoti comes with. */
export interface TestVersion {
  readonly version: string;
  /** ms since 1970. */
  readonly publishedAtMs: number;
  readonly terms?: Partial<PolicyTerms>;
}

/**
 * A deployment of some versions, oldest first, each with huoti's own terms but for what is said.
 *
 * @example deploymentOf([{ version: '1', publishedAtMs: 0 }, { version: '2', publishedAtMs, terms: { backupDays: 7 } }])
 */
export function deploymentOf(
  versions: readonly TestVersion[],
  changes: Partial<Omit<Deployment, 'versions'>> = {},
): Deployment {
  const [first] = DEFAULT_DEPLOYMENT.versions;
  if (!first) throw new TypeError('the deployment that huoti comes with has a version');
  return {
    ...DEFAULT_DEPLOYMENT,
    ...changes,
    versions: versions.map(({ version, publishedAtMs, terms }) => ({
      version,
      publishedAtMs,
      terms: { ...first.terms, ...terms },
    })),
  };
}
