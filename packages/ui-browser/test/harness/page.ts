import type { LivenessPlan } from '@huoti/protocol';
import { createPageHost, hostCalls, lightCalls } from './pageHost.js';
import axe from 'axe-core';
import {
  defineHuotiLiveness,
  type HuotiLivenessElement,
  type HuotiLivenessEventMap,
  type SessionRequest,
} from '../../src/index.js';
import { createBlindLandmarker, disposedLandmarkers } from './blindLandmarker.js';
import { createDrawnSource, openStreams } from './drawnPerson.js';
import { findLayoutFaults } from './findLayoutFaults.js';
import { findTextFaults } from './findTextFaults.js';
import { liveSessions, ScriptedSession } from './ScriptedSession.js';
import { consentFor, type ConsentScript } from './consentFor.js';
import { consentScreens } from './consentScreens.js';
import { screens, type ScriptStep } from './screens.js';

const EVENTS = ['start', 'consent', 'phase', 'result', 'error', 'cancel', 'alternative'] as const;

interface Seen {
  readonly type: string;
  readonly detail: unknown;
}

let session: ScriptedSession | null = null;
let element: HuotiLivenessElement | null = null;
let seen: Seen[] = [];
let light: SessionRequest['light'] | null = null;
let given: SessionRequest['consent'][] = [];
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective}: ${event.sample || event.blockedURI}`);
});

/** A real plan that gives up after a second without a face. */
const shortPlan = (first: number): LivenessPlan => ({
  protocolVersion: 1,
  nonce: `0${first}`.padEnd(32, '0'),
  policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
  steps: [{ action: 'blink', timeoutMs: 2000 }],
  faceSearchMs: 1000,
  totalMs: 5000,
  faceLostMs: 500,
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a test calls through the page. */
export const harness = {
  openStreams,
  liveSessions,
  violations,
  seen: () => seen,
  /** What each session was given of a consent. */
  given: () => given,
  async mount({
    define = true,
    alternative = true,
    consent = null,
  }: { define?: boolean; alternative?: boolean; consent?: ConsentScript | null } = {}) {
    if (define) defineHuotiLiveness();
    element?.remove();
    seen = [];
    given = [];
    liveSessions.made = 0;
    element = document.createElement('huoti-liveness');
    element.createSession = (request) => {
      light = request.light;
      given.push(request.consent);
      return (session = new ScriptedSession(request.watch(createDrawnSource())));
    };
    element.policy = { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' };
    element.consent = consent === null ? null : consentFor(consent);
    if (alternative) element.alternative = () => seen.push({ type: 'alternative-called', detail: null });
    for (const name of EVENTS) {
      // On the document, so that bubbling and crossing the shadow root are part of the test.
      document.addEventListener(`huoti-${name}`, record);
    }
    document.querySelector('main')?.append(element);
    await element.updateComplete;
  },
  element: () => element,
  session: () => session,
  light: () => light,
  async play(steps: readonly ScriptStep[]) {
    for (const step of steps) {
      if (step.do === 'start') {
        void element?.start();
        await sleep(20);
      } else if (step.do === 'cancel') await element?.cancel();
      else if (step.do === 'emit') session?.emit(step.event);
      else if (step.do === 'paint') light?.surface.paint(step.colour);
      else if (step.do === 'wait') await sleep(step.ms);
      else if (step.do === 'end') session?.end(step.result);
      else session?.fail(step.code, step.retryable);
    }
    await sleep(30);
    await element?.updateComplete;
  },
  async show(name: string) {
    await harness.mount();
    await harness.play(screens[name] ?? []);
  },
  /** A page of the consent, by its name in `consentScreens`. */
  async showConsent(name: string, { lang = 'en' }: { lang?: string } = {}) {
    const screen = consentScreens[name];
    if (screen === undefined) throw new TypeError(`no page ${name}`);
    await harness.mount({ consent: screen.consent });
    if (element === null) return;
    element.lang = lang;
    void element.start();
    await harness.settle();
    for (const part of screen.press) {
      const found = element.shadowRoot?.querySelector<HTMLElement>(part);
      if (!found) throw new TypeError(`${name}: no ${part}`);
      found.click();
      await harness.settle();
    }
  },
  /** Waits until the lazily loaded pages are there and drawn. */
  async settle() {
    for (let turn = 0; turn < 4; turn += 1) {
      await sleep(15);
      await element?.updateComplete;
    }
  },
  disposedLandmarkers,
  lightCalls,
  hostCalls,
  /** The element's own session from now on, over a host without a camera. */
  useHost() {
    if (element === null) return;
    element.createSession = null;
    element.host = createPageHost();
    element.landmarker = () =>
      createPageHost().createBrowserLandmarker({ assetsBaseUrl: '', manifest: { files: [] } as never });
  },
  /** Tries with the element's own session: the engine is real, the source is drawn, and nobody is ever seen. */
  async runReal({
    plan,
    tries,
    host = true,
    landmarker = true,
    source = true,
  }: {
    /** `drawn`: by the element, with light where it may be; the try is cancelled once it has begun. */
    plan: 'function' | 'object' | 'drawn';
    tries: number;
    host?: boolean;
    landmarker?: boolean;
    source?: boolean;
  }) {
    if (element === null) return;
    let made = 0;
    element.createSession = null;
    element.host = host ? createPageHost() : null;
    element.source = source ? createDrawnSource() : null;
    element.landmarker = landmarker ? createBlindLandmarker : null;
    if (plan === 'drawn') {
      element.plan = null;
      element.policy = { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'none' };
      const started = element.start();
      await sleep(300);
      await element.cancel();
      return started;
    }
    element.plan = plan === 'function' ? () => shortPlan((made += 1)) : shortPlan(1);
    for (let i = 0; i < tries; i += 1) await element.start();
  },
  findTextFaults: () => findTextFaults(element?.shadowRoot ?? null),
  findLayoutFaults: () => findLayoutFaults(element?.shadowRoot ?? null),
  async axe(): Promise<string[]> {
    const { violations: found } = await axe.run(document.body, { resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  },
};

function record(event: HuotiLivenessEventMap[keyof HuotiLivenessEventMap] | Event): void {
  const { type, detail } = event as CustomEvent<unknown>;
  seen.push({ type, detail: JSON.parse(JSON.stringify(detail)) as unknown });
}

declare global {
  interface Window {
    harness: typeof harness;
  }
}
window.harness = harness;
