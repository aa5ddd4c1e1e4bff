import { effectiveAtMs, retentionFor, type RetentionClass } from '@huoti/privacy';
import type { ServerSettings } from '../context/ServerSettings.js';
import { DAY_MS } from '../context/settingRanges.js';
import type { AgeGroup } from '../ports/Store.js';

/** What {@link keptMs} and `dueBeforeMs` take. */
export interface KeptOptions {
  readonly of: RetentionClass;
  readonly ages: AgeGroup;
  readonly nowMs: number;
  /** What a policy or the service keeps by its own setting, where it has one. @default Infinity: as long as is promised */
  readonly ownMs?: number;
}

/** Rows from `fromMs` on are kept so long. */
export interface KeptSpan {
  readonly fromMs: number;
  readonly keptMs: number;
}

/**
 * Evidence is counted from the end of its session, which may come a day after somebody agreed to the version that held then: what ends so
 * soon after a change still counts as taken before it. Two days are more than any session lasts.
 */
const LAG_MS: Partial<Record<RetentionClass, number>> = {
  'face-crop': 2 * DAY_MS,
  'evidence-trace': 2 * DAY_MS,
};

/**
 * How long a class is kept, by the versions of the notice that have come into force: what was taken under one keeps its time, and a later
 * version that promises less shortens it, for all that is there. So an older row is never kept longer than a newer one.
 *
 * @returns oldest first, without a gap, `keptMs` never falling
 */
export function keptSpans(
  { privacy }: Pick<ServerSettings, 'privacy'>,
  { of, ages, nowMs, ownMs = Infinity }: KeptOptions,
): readonly KeptSpan[] {
  const band = ages === 'children' ? 'child' : null;
  const inForce = privacy.versions.flatMap((version, index) => {
    const fromMs = index === 0 ? -Infinity : effectiveAtMs(version, privacy);
    if (fromMs > nowMs) return [];
    return [{ fromMs: fromMs + (LAG_MS[of] ?? 0), keptMs: retentionFor(version.terms, band)[of] }];
  });
  const spans: KeptSpan[] = [];
  let leastMs = ownMs;
  for (const { fromMs, keptMs } of inForce.reverse()) {
    leastMs = Math.min(leastMs, keptMs);
    spans.unshift({ fromMs, keptMs: leastMs });
  }
  return spans;
}

/** How long a row of that time is kept, in ms. */
export function keptMs(
  settings: Pick<ServerSettings, 'privacy'>,
  { takenAtMs, ...options }: KeptOptions & { readonly takenAtMs: number },
): number {
  const spans = keptSpans(settings, options).filter(({ fromMs }) => fromMs <= takenAtMs);
  return spans[spans.length - 1]?.keptMs ?? 0;
}
