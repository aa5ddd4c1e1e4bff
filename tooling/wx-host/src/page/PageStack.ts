import { CallFailure } from '../api/CallFailure.js';
import type { ApiMembers, HostCore } from '../HostCore.js';
import { ViewComponents } from '../view/ViewComponents.js';
import type { ViewEngine } from '../view/ViewEngine.js';
import { LayerBridge } from './LayerBridge.js';
import type { LogicLayer } from './LogicLayer.js';
import { OpenPage } from './OpenPage.js';
import { PageLayers } from './PageLayers.js';

interface Entry {
  readonly page: OpenPage;
  readonly layers: PageLayers;
}

/** The most pages that the platform keeps open: `navigateTo` fails above it. */
const MOST_PAGES = 10;

/** The open pages, the one in front last, and the ways between them. */
export class PageStack {
  readonly #entries: Entry[] = [];
  readonly #bridge: LayerBridge;
  readonly #components: ViewComponents;

  constructor(
    private readonly core: HostCore,
    private readonly layer: LogicLayer,
    private readonly engine: ViewEngine,
  ) {
    this.#bridge = new LayerBridge(core, layer);
    this.#components = new ViewComponents(engine, this.#bridge, '.wxml');
  }

  get pages(): readonly OpenPage[] {
    return this.#entries.map(({ page }) => page);
  }

  /** What `getCurrentPages` gives. */
  instances(): unknown[] {
    return this.#entries.map(({ layers }) => layers.logic.own);
  }

  /** The page in front, as the key under which its cameras are kept. */
  front(): object {
    const layers = this.#bridge.drawing ?? this.#entries.at(-1)?.layers;
    if (!layers) throw new TypeError('no page is open');
    return layers;
  }

  /** Opens a page on top. @throws TypeError where there is none, or its package does not arrive */
  async open(route: string, query: Readonly<Record<string, string>>): Promise<OpenPage> {
    const refused = await this.#fetch(route);
    if (refused) throw new TypeError(`${route}: ${refused.reason}`);
    this.#hideFront();
    return this.#push(route, query);
  }

  /** Takes the page in front away. */
  back(delta = 1): void {
    for (let left = Math.min(delta, this.#entries.length - 1); left > 0; left -= 1) this.#drop();
    this.#showFront();
  }

  /** Takes all pages away. */
  closeAll(): void {
    while (this.#entries.length > 0) this.#drop();
  }

  /** The app goes behind, or comes back. */
  appHide(): void {
    this.#hideFront();
  }

  appShow(): void {
    this.#showFront();
  }

  /** The window has another size: the page in front is told. */
  resize(change: object): void {
    this.#entries.at(-1)?.layers.logic.method('onResize', change);
  }

  /** `navigateTo` and its like. */
  api(): ApiMembers {
    const { answering } = this.core;
    const way =
      (api: string, go: (route: string, query: Record<string, string>) => void) =>
      (given: { url?: string } | undefined): unknown =>
        answering.answer(api, given, async () => {
          const [path = '', search = ''] = String(given?.url).split('?');
          const route = this.#routeOf(path);
          const refused = await this.#fetch(route);
          if (refused) return refused;
          if (api === 'navigateTo' && this.#entries.length >= MOST_PAGES) {
            return new CallFailure('webview count limit exceed');
          }
          go(route, Object.fromEntries(new URLSearchParams(search)));
          return {};
        });
    const replace = (route: string, query: Record<string, string>): void => {
      this.#drop();
      this.#push(route, query);
    };
    const only = (route: string, query: Record<string, string>): void => {
      this.closeAll();
      this.#push(route, query);
    };
    return {
      navigateTo: way('navigateTo', (route, query) => {
        this.#hideFront();
        this.#push(route, query);
      }),
      redirectTo: way('redirectTo', replace),
      reLaunch: way('reLaunch', only),
      switchTab: way('switchTab', only),
      navigateBack: (given?: { delta?: number }) =>
        answering.answer('navigateBack', given, () => {
          if (this.#entries.length < 2) return new CallFailure('cannot navigate back at first page.');
          this.back(given?.delta ?? 1);
          return {};
        }),
    };
  }

  async #fetch(route: string): Promise<CallFailure | null> {
    const { config, files } = this.core;
    if (!config.pages.includes(route)) return new CallFailure(`page "${route}" is not found`);
    const arrived = await files.fetch(files.partOf(route));
    return arrived ? null : new CallFailure(`subpackage of "${route}" could not be loaded`);
  }

  #routeOf(path: string): string {
    if (path.startsWith('/')) return path.slice(1);
    const folder = (this.#entries.at(-1)?.page.route ?? '').split('/').slice(0, -1);
    for (const part of path.split('/')) {
      if (part === '..') folder.pop();
      else if (part !== '.') folder.push(part);
    }
    return folder.join('/');
  }

  #push(route: string, query: Readonly<Record<string, string>>): OpenPage {
    const { core, layer, engine } = this;
    const layers = new PageLayers({
      ...{ core, layer, engine, route, query },
      components: this.#components,
      bridge: this.#bridge,
    });
    const { logic, view } = layers;
    const page = new OpenPage({ core, route, query, logic, view, paths: () => layer.pathsOf(route) });
    this.#entries.push({ page, layers });
    this.#preload(route);
    logic.method('onLoad', core.realm.expose(query));
    layers.show();
    layers.scan();
    core.answering.later(() => logic.method('onReady'));
    return page;
  }

  #preload(route: string): void {
    const { config, files, facts } = this.core;
    const rule = config.preload[route];
    if (!rule || (rule.network === 'wifi' && facts.networkType !== 'wifi')) return;
    for (const name of rule.parts) {
      const part = files.partNamed(name);
      if (part) void files.fetch(part);
    }
  }

  #hideFront(): void {
    this.#entries.at(-1)?.layers.hide();
  }

  #showFront(): void {
    this.#entries.at(-1)?.layers.show();
  }

  #drop(): void {
    const entry = this.#entries.pop();
    if (!entry) return;
    entry.layers.close();
    entry.page.closed = true;
  }
}
