import type { HostKind, LegalGround } from '@huoti/protocol';
import type { EvidenceLevel } from '../../deployment/PolicyTerms.js';
import type { OpenPointId } from '../openPointIds.js';
import type { RiskId } from '../riskIds.js';

/** A language's words for the documents that an operator hands in: the row of a list of SDKs, and the impact assessment. Fields in braces. */
export interface DocumentWords {
  /** Between the members of a list in one line. */
  readonly comma: string;
  /** Between two sentences. */
  readonly space: string;
  readonly none: string;
  readonly levels: Readonly<Record<EvidenceLevel, string>>;
  readonly purposes: Readonly<Record<'liveness' | 'comparison', string>>;
  readonly hosts: Readonly<Record<HostKind, string>>;
  readonly grounds: Readonly<Record<LegalGround, string>>;
  readonly sdk: {
    readonly columns: Readonly<
      Record<
        'name' | 'provider' | 'purpose' | 'data' | 'permission' | 'processing' | 'retention' | 'policy',
        string
      >
    >;
    /** With `{operator}`. */
    readonly provider: string;
    /** One for what leaves the device, one for what does not. With `{operator}`. */
    readonly processing: Readonly<Record<'sent' | 'stays', string>>;
  };
  readonly assessment: {
    readonly title: string;
    readonly intro: string;
    readonly basis: string;
    readonly headings: Readonly<
      Record<
        | 'facts'
        | 'open'
        | 'data'
        | 'necessity'
        | 'levels'
        | 'risks'
        | 'measures'
        | 'rights'
        | 'minors'
        | 'filing'
        | 'conclusion',
        string
      >
    >;
    readonly facts: Readonly<
      Record<
        | 'operator'
        | 'contact'
        | 'date'
        | 'version'
        | 'inForce'
        | 'purposes'
        | 'levels'
        | 'hosts'
        | 'grounds'
        | 'people'
        | 'alternative'
        | 'answer'
        | 'backups',
        string
      >
    >;
    readonly unknown: string;
    readonly dataColumns: readonly [string, string, string, string, string, string];
    /** Before the table of the data: its words are those of the notice. */
    readonly dataIntro: string;
    readonly stays: string;
    /** Of what the server itself makes: a record, a template. */
    readonly held: string;
    readonly sentFrom: Readonly<Record<EvidenceLevel, string>>;
    readonly atOnce: string;
    readonly notKept: string;
    readonly necessity: readonly string[];
    readonly levelColumns: readonly [string, string, string];
    readonly riskColumns: readonly [string, string, string, string, string];
    readonly severity: Readonly<Record<'low' | 'medium' | 'high', string>>;
    readonly risks: Readonly<
      Record<RiskId, { readonly risk: string; readonly harm: string; readonly measure: string }>
    >;
    readonly measures: readonly string[];
    readonly rights: string;
    readonly minors: Readonly<Record<'refused' | 'with-guardian' | 'children', string>>;
    /** With `{people}` and `{threshold}`. */
    readonly filing: Readonly<Record<'rule' | 'unknown' | 'below' | 'near' | 'reached', string>>;
    readonly open: Readonly<Record<OpenPointId, string>>;
    readonly judgement: string;
    readonly conclusion: readonly string[];
    readonly keep: string;
    readonly blanks: readonly string[];
  };
}
