import { RETENTION_CLASSES, type RetentionClass } from '@huoti/privacy';
import type { ArchiveData } from '../ArchiveData.js';
import type { PageContext } from './PageContext.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

function countOf(
  { sessions, references, consents, guardianConsents, cases, log }: ArchiveData,
  of: RetentionClass,
): number {
  const parts = (kind: string): number =>
    sessions.reduce((sum, { evidence }) => sum + evidence.filter((one) => one.kind === kind).length, 0);
  const counts: Record<RetentionClass, number> = {
    'face-crop': parts('picture'),
    'evidence-trace': parts('trace'),
    session: sessions.length,
    template: references.length,
    receipt: consents.length + guardianConsents.length,
    'rights-case': cases.length,
    audit: log.length,
  };
  return counts[of];
}

/** Everything that is kept, by class, with how much there is and when it goes. */
export function keptTable({ data, say, named }: PageContext): string {
  // In hours up to two days: no language then needs a word for one day.
  const span = (ms: number): string =>
    ms > 2 * DAY_MS
      ? say('kept.days', { count: Math.round(ms / DAY_MS) })
      : say('kept.hours', { count: Math.round(ms / HOUR_MS) });
  const rows = RETENTION_CLASSES.map(
    (one) =>
      `<tr><td>${named('class', one)}</td><td class="number">${countOf(data, one)}</td><td class="number">${span(data.retentionMs[one])}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">${say('kept.what')}</th><th scope="col" class="number">${say('kept.count')}</th><th scope="col" class="number">${say('kept.time')}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
