import { setTimeout } from 'node:timers/promises';
import type { HostCore } from '../HostCore.js';
import { pageDocument } from '../view/pageDocument.js';
import type { PageView } from '../view/PageView.js';
import { readStyles } from '../view/readStyles.js';
import type { ViewElement } from '../view/ViewElement.js';
import type { LogicInstance } from './LogicInstance.js';

/** What {@link OpenPage} takes. */
export interface OpenPageOptions {
  core: HostCore;
  route: string;
  query: Readonly<Record<string, string>>;
  logic: LogicInstance;
  view: PageView;
  /** Paths of the components it may use, and its own last. */
  paths(): readonly string[];
}

/** A page of the mini-program that is open: its data, and its view with the fingers that touch it. */
export class OpenPage {
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  closed = false;

  constructor(private readonly options: OpenPageOptions) {
    this.route = options.route;
    this.query = options.query;
  }

  /** The logic's `this.data`, a copy. */
  get data(): Record<string, unknown> {
    return JSON.parse(JSON.stringify(this.options.logic.own['data'])) as Record<string, unknown>;
  }

  /** The logic's own object, of the realm. */
  get instance(): Record<string, unknown> {
    return this.options.logic.own;
  }

  /** How often `setData` was called, and how many characters of JSON went over. */
  get setDataCount(): number {
    return this.options.logic.setDataCount;
  }

  get setDataLength(): number {
    return this.options.logic.setDataLength;
  }

  /** All text that is drawn, or that of the first element of a selector. */
  text(selector?: string): string {
    if (selector === undefined) return this.options.view.root.textContent ?? '';
    return this.find(selector)?.text ?? '';
  }

  /** The first element of a CSS selector in the drawn view: `#cam`, `.title`, `button[open-type="share"]`. */
  find(selector: string): ViewElement | null {
    return this.options.view.find(selector);
  }

  findAll(selector: string): ViewElement[] {
    return this.options.view.findAll(selector);
  }

  /**
   * Taps an element: a gesture of the user, then the event. Nothing happens on a disabled button.
   *
   * @throws TypeError where nothing is drawn there
   */
  async tap(target: string | ViewElement): Promise<void> {
    const element = this.#element(target);
    const { core, view } = this.options;
    // The platform takes any text for true, `"false"` too, but for the empty one.
    if (element.tag === 'button' && Boolean(element.attributes['disabled'])) return;
    core.gesture.tapped();
    const at = { x: 0, y: 0 };
    view.dispatch(element.node, 'tap', at, true);
    if (element.tag === 'button') this.#openType(element);
    await this.settle();
  }

  /** Gives an element an event of its own: `initdone`, `input`, `load`. */
  async trigger(target: string | ViewElement, type: string, detail: unknown = {}): Promise<void> {
    this.options.view.dispatch(this.#element(target).node, type, detail, false);
    await this.settle();
  }

  /** Calls a method of the page. */
  call(method: string, ...values: unknown[]): unknown {
    return this.options.logic.method(method, ...values);
  }

  /** Waits until what was asked for is true; what it gives is answered. @throws TypeError after the time, with the page's text */
  async waitFor<Found>(
    look: () => Found,
    { timeoutMs = 5000, what = 'what was waited for' }: { timeoutMs?: number; what?: string } = {},
  ): Promise<NonNullable<Found>> {
    for (const endMs = Date.now() + timeoutMs; ; await setTimeout(5)) {
      const found = look();
      if (found !== false && found !== null && found !== undefined) return found;
      if (Date.now() > endMs) {
        const errors = this.options.core.record.errors.map(String).join('; ');
        throw new TypeError(`${what} did not come in ${timeoutMs} ms. Page: "${this.text()}" ${errors}`);
      }
    }
  }

  /** Waits until a text, or one that matches, is drawn. */
  async waitForText(text: string | RegExp, options: { timeoutMs?: number } = {}): Promise<string> {
    const shown = (): boolean =>
      typeof text === 'string' ? this.text().includes(text) : text.test(this.text());
    await this.waitFor(shown, { ...options, what: `the text ${String(text)}` });
    return this.text();
  }

  /** Lets messages between the layers arrive. */
  async settle(): Promise<void> {
    await setTimeout(10);
  }

  /** The drawn view as HTML with the platform's own tag names. */
  html(): string {
    this.options.view.mirror();
    return this.options.view.root.innerHTML;
  }

  /** Styles of the app, of the components that the page may use and of the page, lengths in px. */
  wxss(): string {
    return readStyles(this.options.core, this.options.paths());
  }

  /** A whole HTML document of it, to be looked at in a browser 375 px wide. */
  document(): string {
    this.options.view.mirror();
    return pageDocument(this.options.core, this.options.view.root, this.wxss());
  }

  #element(target: string | ViewElement): ViewElement {
    if (typeof target !== 'string') return target;
    const found = this.find(target);
    if (found) return found;
    throw new TypeError(`nothing is drawn at "${target}": ${this.html().slice(0, 400)}`);
  }

  #openType(element: ViewElement): void {
    const { core, view } = this.options;
    const types = String(element.attributes['open-type'] ?? '').split('|');
    if (types.includes('agreePrivacyAuthorization')) {
      core.privacy.tapAgree(element.id);
      view.dispatch(element.node, 'agreeprivacyauthorization', { errMsg: 'ok' }, false);
    }
    if (types.includes('openSetting')) {
      core.permission.openSettings();
      view.dispatch(element.node, 'opensetting', { authSetting: core.permission.setting() }, false);
    }
  }
}
