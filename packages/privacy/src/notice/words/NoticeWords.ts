import type { ConsentChoice, RightsKind } from '@huoti/protocol';
import type { EvidenceLevel } from '../../deployment/PolicyTerms.js';
import type { DataItemId } from '../../inventory/dataItemIds.js';
import type { RetentionClass } from '../../retention/retentionClasses.js';

/** A length of time in words, each unit by its count. */
export interface TimeWords {
  readonly years: (count: number) => string;
  readonly days: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
  /** Between the parts of one length. */
  readonly join: string;
}

/** Title of a folded section and its paragraphs. */
export interface SectionWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/**
 * A language's sentences. In braces: `{operator}`, `{contact}`, `{alternative}`, `{time}`, `{days}` (working days), `{backup}` (a length of
 * time), `{version}`, `{date}`, `{zone}`, `{name}`, `{what}`, `{why}`, `{permission}`, `{where}`, `{kept}`, and `{traceKept}` and `{cropKept}`, which
 * are one of the sentences `kept` and `keptAtOnce`.
 */
export interface NoticeWords {
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** "Another way", where the deployment has no words of its own; stands where `{alternative}` does. */
  readonly anotherWay: string;
  readonly time: TimeWords;
  readonly workingDays: (count: number) => string;
  readonly summary: {
    readonly purpose: string;
    readonly level: Readonly<Record<EvidenceLevel, string>>;
    readonly comparison: string;
    readonly refusal: string;
    readonly withdrawal: string;
  };
  readonly who: SectionWords;
  readonly what: SectionWords & {
    readonly item: string;
    readonly items: Readonly<
      Record<DataItemId, { readonly name: string; readonly what: string; readonly why: string }>
    >;
    readonly permission: Readonly<Record<'camera' | 'none', string>>;
    readonly where: Readonly<Record<'stays' | 'sent' | 'held', string>>;
    readonly kept: string;
    readonly keptAtOnce: string;
    readonly notKept: string;
    readonly never: readonly string[];
  };
  readonly effect: SectionWords;
  readonly where: SectionWords & {
    readonly level: Readonly<Record<EvidenceLevel, string>>;
    /** Where a platform may do the check: to whom what is given. */
    readonly platforms: string;
  };
  readonly keep: SectionWords & {
    /** With `{name}` and `{time}`. */
    readonly line: string;
    readonly lineAtOnce: string;
    readonly classes: Readonly<Record<RetentionClass, string>>;
    readonly backup: string;
  };
  readonly rights: SectionWords & {
    readonly each: Readonly<Record<RightsKind | 'explain', string>>;
    readonly after: readonly string[];
  };
  readonly minors: SectionWords & {
    readonly teens: Readonly<Record<'with-guardian' | 'refuse', string>>;
    readonly children: Readonly<Record<'with-guardian' | 'refuse', string>>;
  };
  readonly changes: SectionWords;
  readonly refusal: SectionWords;
  readonly complaints: SectionWords;
  readonly questions: Readonly<Record<ConsentChoice, string>>;
}
