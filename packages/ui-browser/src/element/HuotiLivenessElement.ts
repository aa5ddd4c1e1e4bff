import type { FaceLandmarker, FrameSource, ModelManifest } from '@huoti/core';
import { HuotiError, type SessionPolicy } from '@huoti/protocol';
import { formatMessage, pickCatalogue, type Catalogue, type MessageKey, type ScreenState } from '@huoti/ui';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { ConsentDesk } from '../consent/ConsentDesk.js';
import type { ConsentSettings } from '../consent/ConsentSettings.js';
import { elementStyles } from '../styles/elementStyles.js';
import { introPage } from '../templates/introPage.js';
import { outcomePage } from '../templates/outcomePage.js';
import { runningPage } from '../templates/runningPage.js';
import type { ViewModel } from '../templates/ViewModel.js';
import type { BrowserHost } from './BrowserHost.js';
import { createLightSurface } from './createLightSurface.js';
import { createViewport, type Viewport } from './createViewport.js';
import { flashOf } from './flashOf.js';
import type { LightSurface } from './LightSurface.js';
import type { PlanSetting, SessionBuilder, SessionRequest, TrySession } from './SessionBuilder.js';
import { TryController } from './TryController.js';

const PAGES = { intro: introPage, running: runningPage, outcome: outcomePage } as const;

const pageOf = ({ kind }: ScreenState): keyof typeof PAGES =>
  kind === 'intro' ? 'intro' : kind === 'result' || kind === 'error' ? 'outcome' : 'running';

/**
 * `<huoti-liveness>`: the whole check as one element. It shows and passes on; it judges nothing. Until the person presses
 * start (or `start()` is called) and, with `consent` set, has agreed, it opens no camera, loads no model and asks for nothing; taken out
 * of the page, it leaves nothing running.
 *
 * Slots: `alternative` (your own control for the other way), `notice` (before the start button: your privacy notice),
 * `completed` and `failed` (under the words of the result). Parts: `page`, `headline`, `button`, `start-button`,
 * `retry-button`, `alternative-button`, `cancel-button`, `stage`, `oval`, `hint`, `tips`, `note`; on the consent's pages `age-button`,
 * `guardian-button`, `question`, `fold-button`, `notice-text`, `agree-button`, `refuse-button`, `reopen-button`, `back-button`,
 * `large-text-switch`, `read-aloud-switch`, `renewed`, `legal-ground`. Colours and type:
 * `--huoti-accent` and the other tokens of `@huoti/ui`, `--huoti-font`, `--huoti-radius`.
 *
 * @example
 * defineHuotiLiveness();
 * const element = document.querySelector('huoti-liveness');
 * element.host = host; // import * as host from '@huoti/adapter-browser'
 * element.assetsBaseUrl = '/huoti/';
 * element.manifest = modelManifest;
 * element.alternative = () => location.assign('/other-way');
 * element.addEventListener('huoti-result', ({ detail }) => report(detail));
 */
export class HuotiLivenessElement extends LitElement {
  static override styles = elementStyles;

  static override properties = {
    assetsBaseUrl: { type: String, attribute: 'assets-base-url', reflect: true },
    theme: { type: String, reflect: true },
    lang: { type: String, reflect: true },
    haptics: { type: Boolean, reflect: true },
    alternativeLabel: { type: String, attribute: 'alternative-label', reflect: true },
    host: { attribute: false },
    manifest: { attribute: false },
    policy: { attribute: false },
    light: { attribute: false },
    plan: { attribute: false },
    source: { attribute: false },
    landmarker: { attribute: false },
    createSession: { attribute: false },
    catalogues: { attribute: false },
    alternative: { attribute: false },
    consent: { attribute: false },
  };

  /** Folder on your own origin with models, wasm and worker. @default './huoti/' */
  declare assetsBaseUrl: string;
  /** The functions of `@huoti/adapter-browser`; needed unless `createSession` is set. @default null */
  declare host: BrowserHost | null;
  /** `modelManifest` of `@huoti/models`: every byte of the folder is checked against it. @default null */
  declare manifest: ModelManifest | null;
  /** @default 'auto': as the device is set */
  declare theme: 'auto' | 'light' | 'dark';
  /** BCP 47; empty for the browser's languages. @default '' */
  declare lang: string;
  /** Short vibrations at the end of a step and of the check. @default false */
  declare haptics: boolean;
  /** Words for the other way, for example "Visit a branch"; empty for the catalogue's own. @default '' */
  declare alternativeLabel: string;
  /** Policy of the plan that is drawn where `plan` is not set. @default null: core's own */
  declare policy: SessionPolicy | null;
  /**
   * Whether the screen may flash in colours, where `createSession` or a function for `plan` knows it and the element can't.
   * @default null: as `plan` or `policy` says; where neither does, people are told that it may
   */
  declare light: SessionPolicy['light'] | null;
  /** The plan, or what makes one for each try. @default null: a random one is drawn for each try */
  declare plan: PlanSetting | null;
  /** Instead of the camera. @default null */
  declare source: FrameSource | null;
  /** Makes a landmarker for one try, instead of the adapter's. @default null */
  declare landmarker: (() => FaceLandmarker | Promise<FaceLandmarker>) | null;
  /** Makes the session, instead of the settings above. @default null */
  declare createSession: SessionBuilder | null;
  /** Texts to pick from, your own languages among them. @default null: zh-CN and en */
  declare catalogues: readonly Catalogue[] | null;
  /**
   * The other way, for whoever can't or won't show a face. Required, unless the slot `alternative` is filled: without it
   * a try does not start. @default null
   */
  declare alternative: (() => void) | null;
  /**
   * What the person is asked before anything happens: age, guardian, notice, each on a page of its own. What they agreed to goes into
   * the session's request. @default null: the page asks by itself
   */
  declare consent: ConsentSettings | null;

  private readonly tries: TryController;
  private viewport: Viewport | null = null;
  private usedNonce: string | null = null;
  private flashDeclined = false;
  private readonly lightSurface: LightSurface;
  private readonly desk: ConsentDesk;
  private drawnPage = 'intro';

  constructor() {
    super();
    this.assetsBaseUrl = './huoti/';
    this.theme = 'auto';
    this.lang = '';
    this.haptics = false;
    this.alternativeLabel = '';
    this.host = null;
    this.manifest = null;
    this.policy = null;
    this.light = null;
    this.plan = null;
    this.source = null;
    this.landmarker = null;
    this.createSession = null;
    this.catalogues = null;
    this.alternative = null;
    this.consent = null;
    this.desk = new ConsentDesk({
      settings: () => this.consent,
      languages: () => this.languages,
      policy: () => this.policy,
      root: () => this.renderRoot as ShadowRoot,
      changed: () => this.requestUpdate(),
    });
    this.lightSurface = createLightSurface(
      () => this.renderRoot?.querySelector<HTMLElement>('.root') ?? null,
    );
    this.tries = new TryController({
      wantsHaptics: () => this.haptics,
      hasAlternative: () => this.alternative !== null || this.querySelector('[slot="alternative"]') !== null,
      build: (request) => this.build(request),
      consent: () => this.desk.talk,
      light: () => ({ surface: this.lightSurface, declined: this.flashDeclined }),
      emit: (type, detail) => {
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
      },
      changed: () => this.requestUpdate(),
    });
  }

  /** What the person sees now. */
  get screenState(): ScreenState {
    return this.tries.screen;
  }

  /** Begins a try, as the start button does: with `consent` set, at the first of its pages. While one runs it gives that one. Resolves when it has ended; never rejects. */
  start(): Promise<void> {
    return this.tries.start();
  }

  /** Stops the try that runs, if any. Resolves when the camera is off. */
  cancel(): Promise<void> {
    return this.tries.cancel();
  }

  /**
   * Stops what runs, then begins a new try: a new session with a new plan and nonce. After a try that failed, what the person agreed to
   * still holds, unless the notice is another one by now.
   */
  async retry(): Promise<void> {
    await this.tries.cancel();
    await this.tries.start('again');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.viewport ??= createViewport(this, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.viewport?.close();
    this.viewport = null;
    void this.tries.cancel();
    this.desk.close();
  }

  private build(request: SessionRequest): TrySession | Promise<TrySession> {
    if (this.createSession !== null) return this.createSession(request);
    const { host, assetsBaseUrl, manifest, source, landmarker, plan, policy } = this;
    if (plan !== null && typeof plan !== 'function') {
      if (plan.nonce === this.usedNonce) {
        throw new HuotiError(
          'PLAN_INVALID',
          'a plan is good for one try: set `plan` to a function that makes a new one',
        );
      }
      this.usedNonce = plan.nonce;
    }
    const needsConsent = this.consent !== null && (this.consent.legalGround ?? null) === null;
    const settings = { host, assetsBaseUrl, manifest, source, landmarker, plan, policy, needsConsent };
    // Loaded now, so that a page that brings its own session never loads the engine for nothing.
    return import('./createDefaultSession.js').then(({ createDefaultSession }) =>
      createDefaultSession(settings, request),
    );
  }

  private get languages(): readonly string[] {
    return this.lang === '' ? navigator.languages : [this.lang, ...navigator.languages];
  }

  private get catalogue(): Catalogue {
    const { languages, catalogues } = this;
    return catalogues === null ? pickCatalogue(languages) : pickCatalogue(languages, catalogues);
  }

  private viewModel(catalogue: Catalogue): ViewModel {
    const { screen, cancelling, picture, pictureShown } = this.tries;
    const { plan, policy, light, createSession } = this;
    // Said only where it is known: a session or a plan that the page makes may send what we can't see.
    const known = createSession === null && typeof plan !== 'function' ? 'none' : null;
    const planned = plan !== null && typeof plan !== 'function' ? plan.policy : null;
    return {
      screen,
      cancelling,
      pictureShown,
      picture: picture?.element ?? null,
      mirrored: picture?.element.dataset.mirrored !== 'false',
      oval: this.viewport?.oval ?? { centreX: 0, centreY: 0, radiusX: 0, radiusY: 0 },
      viewWidthPx: this.viewport?.widthPx ?? 0,
      viewHeightPx: this.viewport?.heightPx ?? 0,
      evidenceLevel: planned?.evidenceLevel ?? policy?.evidenceLevel ?? known,
      flash: flashOf({
        plan,
        policy,
        light,
        ownSession: createSession === null,
        declined: this.flashDeclined,
      }),
      alternativeLabel: this.alternativeLabel,
      text: (key: MessageKey, values) => formatMessage(catalogue, key, values),
      declineFlash: (declined) => {
        this.flashDeclined = declined;
        this.requestUpdate();
      },
      start: () => void this.start(),
      cancel: () => void this.cancel(),
      retry: () => void this.retry(),
      chooseAlternative: () => void this.chooseAlternative(),
    };
  }

  private async chooseAlternative(): Promise<void> {
    const from = this.tries.screen.kind;
    this.desk.hush();
    await this.tries.cancel();
    this.dispatchEvent(
      new CustomEvent('huoti-alternative', { detail: { from }, bubbles: true, composed: true }),
    );
    this.alternative?.();
  }

  protected override render(): TemplateResult {
    const catalogue = this.catalogue;
    const view = this.viewModel(catalogue);
    const { announcement, step } = view.screen;
    const prefix =
      announcement?.withStep && step !== null
        ? `${view.text('step', { index: step.index + 1, count: step.count })}. `
        : '';
    const asked = this.desk.state;
    return html`
      <div
        class="root"
        lang=${asked?.language ?? catalogue.locale}
        dir=${asked?.direction ?? catalogue.direction}
        data-layout=${this.viewport?.layout ?? 'phone'}
      >
        ${this.desk.render({
          alternativeLabel: view.alternativeLabel,
          leave: view.cancel,
          chooseAlternative: view.chooseAlternative,
          reopen: () => void this.tries.start('reopened'),
        }) ?? PAGES[pageOf(view.screen)](view)}
        <div class="spoken" role="status" aria-live="polite" aria-atomic="true">
          ${announcement === null || asked !== null ? '' : `${prefix}${view.text(announcement.key)}`}
        </div>
      </div>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('consent')) this.desk.prepare();
    if (changed.has('lang')) this.desk.translate();
  }

  protected override updated(): void {
    const asked = this.desk.state;
    const page = asked === null ? pageOf(this.tries.screen) : `consent ${asked.page}`;
    this.desk.drawn();
    this.viewport?.observeStage(this.renderRoot.querySelector<HTMLElement>('.stage'));
    if (page === this.drawnPage) return;
    this.drawnPage = page;
    // A new page begins at its headline, for eyes and for screen readers.
    this.renderRoot.querySelector<HTMLElement>('#headline')?.focus({ preventScroll: true });
    this.requestUpdate();
  }
}
