import type { AgeBand, LegalGround } from '@huoti/protocol';
import type { Deployment, EvidenceLevel } from '@huoti/privacy';

/** What a person is asked before anything happens, and what of it is known already. */
export interface ConsentSettings {
  /** The operator's own facts: the same file that its server has, so that both make the same notice. */
  readonly deployment: Deployment;
  /** How far the data of this check go: the evidence level of the session's policy. */
  readonly level: EvidenceLevel;
  /** Whether the face is compared with an enrolled one. @default false */
  readonly comparison?: boolean;
  /** As the backend said it at the session's creation: then nobody is asked for an age. @default null: asked */
  readonly ageBand?: AgeBand | null;
  /** A guardian's consent that is there already, for a person under 18. @default null */
  readonly guardianReceiptId?: string | null;
  /** A ground in law in the consent's place: the notice is shown with it, and nothing is asked. @default null */
  readonly legalGround?: LegalGround | null;
}

/** {@link ConsentSettings}, and what the screen itself knows. */
export interface ConsentScreenSettings extends ConsentSettings {
  /** Whether the page can take a person to their guardian's consent; otherwise a code is asked for. @default false */
  readonly hasGuardianFlow?: boolean;
  /** BCP 47, most wanted first. */
  readonly languages: readonly string[];
  /** Now, in ms since 1970: which version of the policy is in force. */
  readonly atMs: number;
}
