import { createEvidenceRecorder, createSession, type AbortSignalLike, type SessionEvent } from '@huoti/core';
import {
  HuotiError,
  isHuotiError,
  type ConsentRequest,
  type LivenessResult,
  type SessionOutcome,
  type SessionPolicy,
  type SessionView,
} from '@huoti/protocol';
import type { SessionApi } from '../api/createSessionApi.js';
import type { LivenessEvent } from '../LivenessEvent.js';
import type { LivenessHost } from '../LivenessHost.js';
import { createUploader } from '../upload/createUploader.js';
import { readPlan } from '../wire/readPlan.js';
import { awaitDecision } from './awaitDecision.js';
import { createCommitments } from './createCommitments.js';
import { createDevice, type OpenDevice } from './createDevice.js';
import { meetServer } from './meetServer.js';
import { outcomeOfView } from './outcomeOf.js';
import { sendEvidence } from './sendEvidence.js';

/** What {@link conduct} takes. */
export interface ConductOptions {
  readonly host: LivenessHost;
  readonly api: SessionApi;
  readonly consent: ConsentRequest | null;
  readonly sessionId: string;
  readonly emit: (event: LivenessEvent) => void;
  readonly signal: AbortSignalLike;
}

/** What core's session says of loading, opening and ending is said here: the device was open before it. */
const isOwnEvent = (event: SessionEvent): boolean => {
  if (event.type === 'phase-change') return event.phase !== 'loading' && event.phase !== 'opening';
  return event.type !== 'load-progress' && event.type !== 'camera-open' && event.type !== 'session-end';
};

/** A whole session, from the first look at the server to its decision, in the order that docs/protocol.md gives. */
export async function conduct(options: ConductOptions): Promise<SessionOutcome> {
  const { host, api, consent, emit, signal } = options;
  const { view, fresh } = await meetServer(api, { consent, host, by: 'engine', signal });
  if (!fresh) return outcomeOfView(await decided(options, view), null);
  const level = view.policy.evidenceLevel;
  if (level === 'frames' && host.pictures === undefined) {
    throw new HuotiError('INVALID_ARGUMENT', 'this session sends pictures: give `host.pictures` an encoder');
  }

  const device = createDevice({ host, signal, emit });
  try {
    const recorded =
      consent === null ? Promise.resolve() : api.consent(consent, signal).then(() => undefined);
    await Promise.all([device.load(), recorded]);
    const opened = await device.open();
    // They may try the camera, which is why they come before the plan is drawn and its time runs.
    if (level !== 'none' && view.policy.tripwires !== 'off') await opened.stream.tripwires?.({ signal });
    const { plan: planJws } = await api.begin(
      { mirroringKnown: opened.stream.mirroringKnown, light: offersLight(host), host: host.facts },
      signal,
    );
    const { result, last } = await (level === 'none' ? reportOutcome : giveEvidence)(
      options,
      opened,
      planJws,
      level,
    );
    return outcomeOfView(last === null ? unheard(view) : await decided(options, last), result);
  } finally {
    await device.release();
  }
}

const offersLight = ({ light, lightSupport = () => 'available' }: LivenessHost): boolean =>
  light !== undefined && lightSupport() === 'available';

interface Conducted {
  readonly result: LivenessResult;
  /** The session as the server saw it last; `null` where a refused person's evidence did not reach it. */
  readonly last: SessionView | null;
}

type Carry = (
  options: ConductOptions,
  opened: OpenDevice,
  planJws: string,
  level: SessionPolicy['evidenceLevel'],
) => Promise<Conducted>;

/** Level none: the plan came whole, and nothing leaves the device but how it ended. */
const reportOutcome: Carry = async ({ host, api, sessionId, emit, signal }, opened, planJws) => {
  const { source } = opened;
  const session = createSession({ ...host, source, plan: readPlan(planJws, sessionId) });
  session.subscribe((event) => isOwnEvent(event) && emit(event));
  opened.handOver();
  const result = await session.run({ signal });
  const last = await api.outcome(
    {
      status: result.status,
      ...(result.status === 'failed' ? { reason: result.reason } : {}),
      ...(result.status === 'failed' && result.gate !== undefined ? { gate: result.gate } : {}),
      durationMs: Math.round(result.durationMs),
    },
    signal,
  );
  return { result, last };
};

/** Levels trace and frames: the plan is revealed a step at a time, against what was recorded before each. */
const giveEvidence: Carry = async (options, opened, planJws, level) => {
  const { source, stream } = opened;
  const { host, api, sessionId, emit, signal } = options;
  const encoder = level === 'frames' ? host.pictures : undefined;
  const recorder = createEvidenceRecorder(encoder === undefined ? {} : { pictures: { encoder } });
  let sending = false;
  let fraction = 0;
  const uploader = createUploader({
    api,
    signal,
    onProgress: (reached) => {
      fraction = reached;
      if (sending) emit({ type: 'evidence-progress', fraction });
    },
  });
  const commitments = createCommitments({ api, recorder, uploader, planJws });
  try {
    const plan = readPlan(planJws, sessionId);
    const session = createSession({
      ...host,
      source,
      plan,
      evidence: recorder,
      reveal: ({ index, scene, signal: ending }) => commitments.reveal(index, scene, ending),
    });
    session.subscribe((event) => isOwnEvent(event) && emit(event));
    opened.handOver();
    const result = await session.run({ signal });
    sending = true;
    emit({ type: 'evidence-progress', fraction });
    const wired = plan.policy.tripwires === 'off' ? undefined : await stream.tripwires?.({ signal });
    const evidence = {
      ...options,
      ...(wired === undefined ? {} : { tripwires: wired }),
      uploader,
      commitments,
      recorder,
      planJws,
      stream,
      result,
      host: host.facts,
    };
    try {
      return { result, last: await sendEvidence({ ...evidence, sessionId }) };
    } catch (error) {
      // The device's own word is enough to tell the person; the server lets the session run out, which counts as failed.
      if (result.status === 'completed' || !isHuotiError(error) || signal.aborted) throw error;
      host.logger?.warn('the refusal did not reach the server', { code: error.code, error: error.message });
      return { result, last: null };
    }
  } finally {
    uploader.clear();
    recorder.clear();
  }
};

/** Nothing was heard of how the server sees it. */
const unheard = (view: SessionView): SessionView => ({ ...view, state: 'begun', outcome: null });

async function decided({ host, api, emit, signal }: ConductOptions, view: SessionView): Promise<SessionView> {
  if (view.state !== 'completed') return view;
  emit({ type: 'decision-wait' });
  return awaitDecision({ api, clock: host.clock, signal }, view);
}
