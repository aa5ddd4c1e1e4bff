import type { HostKind, LegalGround } from '@huoti/protocol';

/** What an assessment has to know besides the deployment. */
export interface ImpactFacts {
  /** Of the assessment, ms since 1970. */
  readonly atMs: number;
  /** Where the check is offered. @default all hosts */
  readonly hosts?: readonly HostKind[];
  /** Grounds in law that the service allows in a consent's place. @default none */
  readonly legalGrounds?: readonly LegalGround[];
  /** How many people's faces are stored now: `huoti_stored_people`. @default not known */
  readonly storedPeople?: number | null;
  /** From how many on the operator has to file. @default 100000, as article 15 of the facial recognition measures has it */
  readonly filingThreshold?: number;
}
