import { CallFailure } from '../api/CallFailure.js';
import type { CameraElement } from '../camera/CameraElement.js';
import type { ApiMembers, HostCore } from '../HostCore.js';
import { PageView } from '../view/PageView.js';
import type { ViewBridge } from '../view/ViewBridge.js';
import { ViewComponents } from '../view/ViewComponents.js';
import type { ViewEngine } from '../view/ViewEngine.js';
import { LogicInstance } from './LogicInstance.js';
import type { LogicLayer } from './LogicLayer.js';
import { OpenPage } from './OpenPage.js';

interface Entry {
  readonly page: OpenPage;
  readonly logic: LogicInstance;
  readonly view: PageView;
  readonly instances: Map<number, LogicInstance>;
}

/** The most pages that the platform keeps open: `navigateTo` fails above it. */
const MOST_PAGES = 10;

/** The open pages, the one in front last, and the ways between them. */
export class PageStack {
  readonly #entries: Entry[] = [];
  /** Logic objects by the view's number, of all pages. */
  readonly #instances = new Map<number, LogicInstance>();
  readonly #components: ViewComponents;
  /** The page that is being made, until its view has told its number. */
  #making: { route: string; logic: LogicInstance; instances: Map<number, LogicInstance> } | null = null;

  constructor(
    private readonly core: HostCore,
    private readonly layer: LogicLayer,
    private readonly engine: ViewEngine,
  ) {
    this.#components = new ViewComponents(engine, this.#bridge(), '.wxml');
  }

  get pages(): readonly OpenPage[] {
    return this.#entries.map(({ page }) => page);
  }

  /** What `getCurrentPages` gives. */
  instances(): unknown[] {
    return this.#entries.map(({ logic }) => logic.own);
  }

  /** The page in front, as the key under which its cameras are kept. */
  front(): object {
    const entry = this.#making?.logic ?? this.#entries.at(-1)?.logic;
    if (!entry) throw new TypeError('no page is open');
    return entry;
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
    const { core } = this;
    const definition = this.layer.declare(route);
    const instances = new Map<number, LogicInstance>();
    const logic = this.#logic(route, definition, { route, __route__: route, options: query }, instances);
    this.#making = { route, logic, instances };
    const view = new PageView(this.engine, this.#components, route);
    this.#making = null;
    const page = new OpenPage({ core, route, query, logic, view, paths: () => this.layer.pathsOf(route) });
    this.#entries.push({ page, logic, view, instances });
    this.#preload(route);
    logic.method('onLoad', core.realm.expose(query));
    logic.method('onShow');
    logic.pageLifetime('show');
    this.#scan(logic, view);
    core.answering.later(() => logic.method('onReady'));
    return page;
  }

  #logic(
    path: string,
    definition: LogicInstance['definition'],
    members: Readonly<Record<string, unknown>>,
    instances: Map<number, LogicInstance>,
    properties?: string,
  ): LogicInstance {
    const { realm, answering } = this.core;
    const numberOf = (): number | undefined => [...instances].find(([, one]) => one === logic)?.[0];
    const find = (selector: unknown): unknown[] => {
      const entry = this.#entries.find((one) => one.instances === instances);
      const nodes = entry?.view.findAll(String(selector)).map(({ node }) => node) ?? [];
      return nodes.flatMap((node) => {
        const number = [...instances.keys()].find(
          (one) => this.#components.instance(one)?._exparserNode.$$ === node,
        );
        const found = number === undefined ? undefined : instances.get(number);
        return found ? [found.own] : [];
      });
    };
    const logic: LogicInstance = new LogicInstance({
      realm,
      definition,
      path,
      members: {
        ...members,
        getTabBar: () => null,
        getPageId: () => path,
        selectComponent: (selector: unknown) => find(selector)[0] ?? null,
        selectAllComponents: find,
        triggerEvent: (type: string, detail: unknown, options: object) => {
          const text = JSON.stringify({ detail: detail ?? {}, options: options ?? {} });
          answering.later(() => {
            const sent = this.engine.parse(text) as { detail: unknown; options: object };
            const target = this.#components.instance(numberOf() ?? -1)?._exparserNode;
            target?.triggerEvent?.(type, sent.detail, sent.options);
          });
        },
      },
      ...(properties === undefined ? {} : { properties }),
      send: (changes, drawn) => {
        answering.later(() => {
          const entry = this.#entries.find((one) => one.instances === instances);
          if (!entry) return;
          entry.view.update(numberOf() ?? -1, changes);
          this.#scan(entry.logic, entry.view);
          drawn();
        });
      },
    });
    return logic;
  }

  #bridge(): ViewBridge {
    return {
      source: (path) => this.layer.source(path),
      created: (number, path, properties) => {
        const making = this.#making;
        if (making?.route === path && ![...making.instances.values()].includes(making.logic)) {
          making.instances.set(number, making.logic);
          this.#instances.set(number, making.logic);
          return;
        }
        const instances = making?.instances ?? this.#drawing ?? new Map<number, LogicInstance>();
        const node = this.#components.instance(number)?._exparserNode;
        const members = { id: node?.id ?? '', dataset: {} };
        const logic = this.#logic(path, this.layer.declare(path), members, instances, properties);
        instances.set(number, logic);
        this.#instances.set(number, logic);
        logic.lifetime('created');
      },
      lifetime: (number, name) => {
        const logic = this.#instances.get(number);
        logic?.lifetime(name);
        if (name === 'detached') this.#instances.delete(number);
      },
      changed: (number, property, value) => this.#instances.get(number)?.propertyChanged(property, value),
      event: (number, method, event) => {
        this.core.answering.later(() => {
          this.#instances.get(number)?.method(method, this.core.realm.parse(event));
        });
      },
    };
  }

  /** Instances of the page whose view is being drawn: new components belong to it. */
  #drawing: Map<number, LogicInstance> | null = null;

  #scan(page: LogicInstance, view: PageView): void {
    const elements = view.elements('camera').map(({ node, attributes, id }) => {
      const size = String(attributes['frame-size'] ?? 'medium');
      const element: CameraElement = {
        id,
        frameSize: size === 'small' || size === 'large' ? size : 'medium',
        dispatch: (event, detail) => view.dispatch(node, event, detail, false),
      };
      return [node, element] as const;
    });
    this.core.camera.scan(page, new Map<object, CameraElement>(elements));
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
    const front = this.#entries.at(-1)?.logic;
    front?.method('onHide');
    front?.pageLifetime('hide');
  }

  #showFront(): void {
    const front = this.#entries.at(-1)?.logic;
    front?.method('onShow');
    front?.pageLifetime('show');
  }

  #drop(): void {
    const entry = this.#entries.pop();
    if (!entry) return;
    entry.logic.method('onUnload');
    entry.view.close();
    this.core.camera.scan(entry.logic, new Map());
    entry.page.closed = true;
  }
}
