import { RETENTION_CLASSES } from '../retention/retentionClasses.js';
import { knowsZone, localDay } from '../time/localDay.js';
import { lessensRights } from '../versions/lessensRights.js';
import type { PolicyVersion } from '../versions/PolicyVersion.js';
import type { Deployment } from './Deployment.js';

/** A zone that every engine with `Intl` knows: without it there is none to ask. */
const ANY_ZONE = 'UTC';

function wrongInTerms({ terms }: PolicyVersion): string | null {
  const { retention, childRetention, purposes } = terms;
  const longer = RETENTION_CLASSES.find((kept) => childRetention[kept] > retention[kept]);
  if (longer !== undefined) {
    return `childRetention.${longer}: ${childRetention[longer]} is longer than retention.${longer}, ${retention[longer]}`;
  }
  return purposes.includes('liveness') ? null : 'purposes: liveness is always one of them';
}

function wrongInZone({ timeZone, utcOffsetMinutes, versions }: Deployment): string | null {
  if (!knowsZone(ANY_ZONE)) return null;
  if (!knowsZone(timeZone)) return `timeZone: ${timeZone} is no zone that this machine knows`;
  const torn = versions.findIndex(
    ({ publishedAtMs }) =>
      localDay(publishedAtMs, { timeZone }) !== localDay(publishedAtMs, { timeZone: '', utcOffsetMinutes }),
  );
  return torn < 0
    ? null
    : `versions.${torn}.publishedAtMs: by timeZone ${timeZone} and by utcOffsetMinutes ${utcOffsetMinutes} it falls on different days, ` +
        'and hosts without Intl go by the second: mend the offset, or publish further from midnight';
}

/** The first thing in a deployment of the right shape that does not fit, in words for whoever wrote it; `null` where all does. */
export function findContradiction(deployment: Deployment): string | null {
  const { versions } = deployment;
  for (const [index, version] of versions.entries()) {
    const at = `versions.${index}`;
    const inTerms = wrongInTerms(version);
    if (inTerms !== null) return `${at}.terms.${inTerms}`;
    if (versions.findIndex((other) => other.version === version.version) !== index) {
      return `${at}.version: ${version.version} is there twice`;
    }
    const before = versions[index - 1];
    if (before === undefined) continue;
    if (version.publishedAtMs <= before.publishedAtMs) {
      return `${at}.publishedAtMs: not after that of version ${before.version}: list them oldest first`;
    }
    const lessened = lessensRights(before.terms, version.terms);
    if (lessened !== null) {
      return `${at}.terms.${lessened}: a later version may not lessen what version ${before.version} promised`;
    }
  }
  return wrongInZone(deployment);
}
