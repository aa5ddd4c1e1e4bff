import { abortedError, signalReadingsOf, type TextureNet } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { Judge, JudgeRequest } from '../ports/Judge.js';
import { presence } from './checks/presence.js';
import { requiredSignals } from './checks/requiredSignals.js';
import { runChecks } from './checks/runChecks.js';
import { compareFaces } from './compareFaces.js';
import { decide } from './decide.js';
import { emptyNotes } from './JudgeNotes.js';
import type { JudgeNotes } from './JudgeNotes.js';
import type { JudgeTools } from './JudgeTools.js';
import type { Judgement } from './Judgement.js';
import { verifyEvidence } from './verifyEvidence.js';

/** What {@link createEvidenceJudge} takes. */
export interface EvidenceJudgeOptions extends Omit<JudgeTools, 'textureNet'> {
  /** Disposed with the judge. @default none: the signal `texture-net` is then unavailable */
  textureNet?: TextureNet;
  /**
   * CPU time so far, in ms: what a judgement took is told in its record.
   * @default the process's, which counts whatever else it did meanwhile
   */
  cpuMs?: () => number;
}

const processCpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const signalsOf = ({ readings, tripwires }: JudgeNotes): Judgement['signals'] => ({
  ...signalReadingsOf(readings),
  ...(tripwires === null ? {} : { tripwires }),
});

/**
 * The place where evidence is judged. Pure, given its models: it knows no store and no network, so that it runs in a worker
 * thread as well as in a test. Judgements take turns; the models are loaded with the first one, and freed by `close`.
 *
 * @throws HuotiError INVALID_ARGUMENT without an engine version
 * @example
 * const judge = createEvidenceJudge({ landmarker, embedder, decoder: createSharpDecoder(), engineVersions: ['0.1.0'] });
 * const { verified, reason, checks } = await judge.judge(request, { signal });
 */
export function createEvidenceJudge({
  cpuMs = processCpuMs,
  textureNet,
  ...models
}: EvidenceJudgeOptions): Judge {
  const tools: JudgeTools = { ...models, textureNet: textureNet ?? null };
  const { landmarker, embedder, engineVersions } = tools;
  if (engineVersions.length === 0)
    throw new HuotiError('INVALID_ARGUMENT', 'engineVersions: name at least one');
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function judgeNow(request: JudgeRequest, signal: AbortSignal | undefined): Promise<Judgement> {
    if (closed) throw new HuotiError('DISPOSED', 'the judge was closed: create another one');
    if (signal?.aborted) throw abortedError(signal);
    const { policy } = request.session;
    const used: Record<string, string> = {};
    if (policy.evidenceLevel === 'frames') {
      await landmarker.load({ signal });
      await embedder.load({ signal });
      Object.assign(used, landmarker.engineFacts().models, { embedder: embedder.model });
    }
    const beganMs = cpuMs();
    const notes = emptyNotes();
    const { checks, refusal } = await runChecks(async (check) => {
      const pictures = await verifyEvidence(request, { check, tools, notes, signal });
      if (pictures.length > 0) {
        await compareFaces(pictures, { check, tools, notes, reference: request.reference, signal });
      }
      // All that was measured shows a person who is there. Without pictures no light is measured: judged as a session without,
      const lit = notes.established.lit && policy.evidenceLevel === 'frames';
      await check('presence', () => presence(notes.readings, { lit }));
      // and what the policy asks to be measured was measured.
      await check('required-signals', () => requiredSignals(policy, signalsOf(notes)));
    });
    return decide({
      checks,
      refusal,
      established: notes.established,
      signals: signalsOf(notes),
      comparison: notes.comparison,
      models: used,
      recomputeMs: cpuMs() - beganMs,
    });
  }

  return {
    judge: (request, { signal } = {}) => {
      const turn = last.then(() => judgeNow(request, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      closed = true;
      await last;
      await landmarker.dispose();
      await embedder.dispose();
      await textureNet?.dispose();
    },
  };
}
