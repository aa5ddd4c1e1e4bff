import { createBrowserClock } from '@huoti/adapter-browser';
import { tellResult, type BridgeLink } from '@huoti/adapter-webview';
import type { BridgeChallenge, BridgeResult, Haptics, SessionState } from '@huoti/protocol/bridge';
import type { HuotiLivenessElement } from '@huoti/ui-browser';

/** What {@link reportTries} takes. */
export interface ReportTriesOptions {
  readonly liveness: HuotiLivenessElement;
  /** Where a test or an app's own script reads how a try stands: `data-huoti-state`, `-outcome`, `-told`. */
  readonly board: DOMStringMap;
  link(): BridgeLink | null;
  /** Of the running try, where a server decides it. */
  sessionId(): string | null;
}

/** Tells the app how each try goes and how it ended, and writes the same on the page. */
export function reportTries({ liveness, board, link, sessionId }: ReportTriesOptions): void {
  const clock = createBrowserClock();
  let challenge: BridgeChallenge | null = null;

  const withId = (): { sessionId?: string } => {
    const id = sessionId();
    return id === null ? {} : { sessionId: id };
  };
  const setState = (state: SessionState['state']): void => {
    if (board.huotiState === state) return;
    board.huotiState = state;
    link()?.emit('session.state', { state, ...withId() });
  };
  const touch = (pattern: Haptics['pattern']): void => link()?.emit('haptics', { pattern });

  const begin = (step: number, stepCount: number, action: string): void => {
    challenge = { step, stepCount, action };
    link()?.emit('challenge.begin', challenge);
  };
  const end = (satisfied: boolean): void => {
    if (challenge === null) return;
    link()?.emit('challenge.end', challenge);
    challenge = null;
    if (satisfied) touch('tick');
  };

  /** @param summary in the words of the protocol: a refusal with its gate, a code, `completed` or `cancelled` */
  const finish = async (summary: string, result: BridgeResult): Promise<void> => {
    end(false);
    board.huotiOutcome = summary;
    setState('ended');
    if (result.ended === 'completed') touch('success');
    else if (result.ended !== 'declined') touch('failure');
    const told = link();
    if (told === null) return;
    board.huotiTold = String(await tellResult({ link: told, clock, result: { ...result, ...withId() } }));
  };
  const ended = (status: 'completed' | 'failed', reason: string | null, gate: string | null = null): void => {
    if (status === 'completed') void finish('completed', { ended: 'completed' });
    else {
      const code = reason === null ? {} : { code: reason };
      const summary = [reason ?? 'failed', gate].filter(Boolean).join(' ');
      void finish(summary, { ended: reason === 'DECLINED' ? 'declined' : 'refused', ...code });
    }
  };

  setState('idle');
  liveness.addEventListener('huoti-start', () => {
    delete board.huotiOutcome;
    delete board.huotiTold;
  });
  // Not before the person has agreed: until then nothing is loaded.
  liveness.addEventListener('huoti-phase', ({ detail: { kind } }) => {
    if (kind === 'loading') setState('loading');
  });
  liveness.addEventListener('huoti-event', ({ detail: event }) => {
    if (event.type === 'camera-open') setState('running');
    else if (event.type === 'evidence-progress') setState('sending');
    else if (event.type === 'challenge-start') begin(event.index, event.count, event.action);
    else if (event.type === 'light-start') begin(event.index, event.count, 'light');
    else if (event.type === 'challenge-end' || event.type === 'light-end') end(event.status === 'satisfied');
  });
  liveness.addEventListener('huoti-result', ({ detail }) => {
    if (detail.status === 'completed') ended('completed', null);
    else ended('failed', detail.reason, detail.gate);
  });
  liveness.addEventListener('huoti-outcome', ({ detail }) => {
    ended(detail.status, detail.reason, detail.gate);
  });
  liveness.addEventListener('huoti-error', ({ detail: { code } }) => {
    void finish(code, { ended: 'error', code });
  });
  liveness.addEventListener('huoti-cancel', () => {
    void finish('cancelled', { ended: 'declined', code: 'DECLINED' });
  });
}
