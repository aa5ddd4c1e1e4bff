import type { LivenessPlan, SessionPolicy, SessionView } from '@huoti/protocol';

/** What goes wrong with one request. */
export type Fault =
  /** It never arrives. */
  | 'drop'
  /** It arrives and is acted upon; the answer gets lost. */
  | 'lose'
  /** It arrives, and no answer ever comes. */
  | 'hang'
  /** Something else answers in the server's place. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** One request as the server saw it. `step` names what it is for: `session`, `plan`, `steps-0`, `evidence/chunk-0`. */
export interface SeenRequest {
  readonly step: string;
  /** From 1, counted for this step. */
  readonly count: number;
}

export interface FakeServerOptions {
  readonly level: SessionPolicy['evidenceLevel'];
  readonly actions?: LivenessPlan['steps'][number]['action'][];
  /** Of the policy. @default 'off' */
  readonly light?: SessionPolicy['light'];
  /** Of the policy. @default 'report' */
  readonly tripwires?: SessionPolicy['tripwires'];
  /** A platform decides the session. @default nobody does but the server */
  readonly platform?: NonNullable<SessionPolicy['platform']>;
  /** Kinds of hosts that the session is refused on. @default none */
  readonly refusedHosts?: SessionView['refusedHosts'];
  /** The ground in law that stands in the consent's place. @default none */
  readonly legalGround?: SessionView['legalGround'];
  readonly fault?: (request: SeenRequest) => Fault | null;
  /** What it decides. @default completed */
  readonly decision?: SessionView['outcome'];
  /** Looks at the session until it has decided. @default 2 */
  readonly decideAfter?: number;
  /** Changes an answer on its way out, as a hostile or broken server would. */
  readonly answerAs?: (step: string, body: unknown) => unknown;
}
