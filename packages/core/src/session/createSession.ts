import {
  HuotiError,
  isHuotiError,
  parsePlan,
  type LightStep,
  type LivenessPlan,
  type LivenessResult,
} from '@huoti/protocol';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import { abortedError } from '../host/abortedError.js';
import type { ScreenLight } from '../host/ScreenLight.js';
import { checkFlashRules } from '../plan/checkFlashRules.js';
import { createPlanRandom } from '../plan/createPlanRandom.js';
import { stepCountOf } from '../plan/stepCountOf.js';
import { createAbortSource } from './abortSource.js';
import type { Ending } from './Ending.js';
import { isLit } from './isLit.js';
import { presenceEnding } from './presenceEnding.js';
import { resultOf } from './resultOf.js';
import { createSessionLoop } from './createSessionLoop.js';
import type { Session, SessionOptions } from './Session.js';
import type { SessionEvent } from './SessionEvent.js';

const withoutLogging = { debug: () => undefined, warn: () => undefined };

/**
 * One try of one person: loads the landmarker, opens the source, runs the plan, and gives everything back.
 *
 * A plan that comes with fewer steps than its `stepCount` is run online: each step is asked of `reveal` when its turn has
 * come, and the face is followed meanwhile.
 *
 * @throws HuotiError PLAN_INVALID, PROTOCOL_VERSION_UNSUPPORTED for a plan that can't be run
 * @example
 * const session = createSession({ source, landmarker, plan, clock, random });
 * session.subscribe((event) => draw(event));
 * const result = await session.run({ signal });
 * if (result.status === 'completed') proceed();
 */
export function createSession({
  source,
  landmarker,
  plan: unread,
  clock,
  random,
  light,
  evidence,
  reveal,
  logger = withoutLogging,
}: SessionOptions): Session {
  const plan = parsePlan(unread);
  checkLight(plan, light);
  if (plan.steps.length < stepCountOf(plan) && !reveal) {
    throw new HuotiError(
      'PLAN_INVALID',
      'the plan is revealed a step at a time: give the session a way to ask, reveal',
    );
  }
  if (source.specificationVersion !== 'v1' || landmarker.specificationVersion !== 'v1') {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'source and landmarker have to speak version v1 of the contract: update the adapter',
    );
  }
  const listeners = new Set<(event: SessionEvent) => void>();
  const emit = (event: SessionEvent): void => {
    for (const listener of Array.from(listeners)) {
      try {
        listener(event);
      } catch (error) {
        logger.warn('a session listener threw', { event: event.type, error: String(error) });
      }
    }
  };
  let started = false;

  async function run({ signal }: { signal?: AbortSignalLike } = {}): Promise<LivenessResult> {
    if (started) {
      throw new HuotiError(
        'SESSION_ALREADY_RUN',
        'a session runs once: a retry is a new session with a new plan',
      );
    }
    started = true;
    const abort = createAbortSource(signal);
    const recorder = plan.policy.evidenceLevel === 'none' ? null : (evidence ?? null);
    const loop = createSessionLoop({
      source,
      landmarker,
      plan,
      clock,
      // A replay has to draw what was drawn here.
      random: recorder || plan.stepCount !== undefined ? createPlanRandom(plan.nonce) : random,
      recorder,
      reveal: reveal ?? null,
      light: light ?? null,
      logger,
      emit,
      abort,
    });
    let ending: Ending | null = null;
    let thrown: unknown = null;
    try {
      if (abort.signal.aborted) throw abortedError(signal);
      ending = await loop.run();
    } catch (error) {
      thrown = error;
    }
    // Facts are read before the engine is gone.
    const facts = loop.facts();
    const signals = loop.signals();
    abort.detach();
    await loop.close();

    const atMs = clock.nowMs();
    if (ending && ending.kind !== 'fault') {
      // Where evidence goes to a server, that is the one to judge by all signals: it sees the pictures as well.
      const judged =
        ending.kind === 'completed' && !recorder
          ? presenceEnding(signals, { lit: isLit(facts.outcomes) })
          : ending;
      const result = resultOf({ ending: judged, facts, signals, kind: source.kind });
      emit({ type: 'phase-change', phase: 'ended', atMs });
      emit({ type: 'session-end', atMs, result });
      listeners.clear();
      return result;
    }
    emit({ type: 'phase-change', phase: 'ended', atMs });
    emit({ type: 'session-end', atMs, result: null });
    listeners.clear();
    if (ending) throw new HuotiError(ending.code, ending.message, { retryable: ending.retryable });
    throw signal?.aborted ? abortedError(signal) : asHuotiError(thrown);
  }

  return {
    run,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** A plan that lights the face needs a screen, and colours that harm nobody, whoever planned them. */
function checkLight({ policy, steps }: LivenessPlan, light: ScreenLight | undefined): void {
  const step = steps.find((one): one is LightStep => one.action === 'light');
  if (!light && (step || policy.light === 'required')) {
    throw new HuotiError(
      'PLAN_INVALID',
      'the plan lights the face and the session has no screen for it: plan with light unavailable, or give it a light',
    );
  }
  if (light && light.specificationVersion !== 'v1') {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'light has to speak version v1 of the contract: update the adapter',
    );
  }
  const [fault] = step ? checkFlashRules(step.stages) : [];
  if (fault) throw new HuotiError('PLAN_INVALID', `the colours of the light step may harm: ${fault.detail}`);
}

/** What a host threw that is none of our errors keeps its message and stands as the cause. */
function asHuotiError(thrown: unknown): HuotiError {
  if (isHuotiError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new HuotiError('HOST_ERROR', `the host failed: ${message}`, { cause: thrown });
}
