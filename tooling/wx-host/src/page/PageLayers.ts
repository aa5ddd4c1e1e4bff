import type { CameraElement } from '../camera/CameraElement.js';
import type { HostCore } from '../HostCore.js';
import { PageView } from '../view/PageView.js';
import type { ViewComponents } from '../view/ViewComponents.js';
import type { ViewEngine } from '../view/ViewEngine.js';
import type { Definition } from './Definition.js';
import type { LayerBridge } from './LayerBridge.js';
import { LogicInstance } from './LogicInstance.js';
import type { LogicLayer } from './LogicLayer.js';

/** What {@link PageLayers} takes. */
export interface PageLayersOptions {
  core: HostCore;
  layer: LogicLayer;
  engine: ViewEngine;
  components: ViewComponents;
  bridge: LayerBridge;
  route: string;
  query: Readonly<Record<string, string>>;
}

/** A `setData` on its way to the view. */
interface Message {
  /** The view's number of the instance, once it has one. */
  readonly number: () => number | undefined;
  readonly changes: string;
  readonly drawn: () => void;
}

/** A page in both layers: its logic and that of its components, its view, and the queue between them. */
export class PageLayers {
  readonly logic: LogicInstance;
  readonly view: PageView;
  /** Logic of the page and its components, by the view's number. */
  readonly #instances = new Map<number, LogicInstance>();
  #queue: Message[] = [];
  #closed = false;

  constructor(private readonly options: PageLayersOptions) {
    const { layer, engine, components, route, query } = options;
    this.logic = this.#make(route, layer.declare(route), { route, __route__: route, options: query });
    this.view = this.#draw(() => new PageView(engine, components, route));
  }

  /** The page and its components come into sight, or go out of it. */
  show(): void {
    this.logic.method('onShow');
    for (const one of this.#instances.values()) one.pageLifetime('show');
  }

  hide(): void {
    this.logic.method('onHide');
    for (const one of this.#instances.values()) one.pageLifetime('hide');
  }

  /** The view has made a component, or the page itself, which may come after what is inside it: the logic's object for it. */
  take(number: number, path: string, properties: string): LogicInstance {
    const page = path === this.options.route;
    const logic = page
      ? this.logic
      : this.#make(path, this.options.layer.declare(path), this.#membersOf(number), properties);
    this.#instances.set(number, logic);
    if (!page) logic.lifetime('created');
    return logic;
  }

  forget(number: number): void {
    this.#instances.delete(number);
  }

  /** Tells the camera which `<camera>` elements are drawn. */
  scan(): void {
    const elements = this.view.elements('camera').map(({ node, attributes, id }) => {
      const size = String(attributes['frame-size'] ?? 'medium');
      const element: CameraElement = {
        id,
        frameSize: size === 'small' || size === 'large' ? size : 'medium',
        dispatch: (event, detail) => this.view.dispatch(node, event, detail, false),
      };
      return [node, element] as const;
    });
    this.options.core.camera.scan(this, new Map<object, CameraElement>(elements));
  }

  close(): void {
    this.logic.method('onUnload');
    this.#closed = true;
    this.view.close();
    this.options.core.camera.scan(this, new Map());
  }

  #make(
    path: string,
    definition: Definition,
    members: Readonly<Record<string, unknown>>,
    properties?: string,
  ): LogicInstance {
    const { realm } = this.options.core;
    const number = (): number | undefined => [...this.#instances].find(([, one]) => one === logic)?.[0];
    const logic: LogicInstance = new LogicInstance({
      realm,
      definition,
      path,
      members: {
        ...members,
        getTabBar: () => null,
        getPageId: () => path,
        selectComponent: (selector: unknown) => this.#select(selector)[0] ?? null,
        selectAllComponents: (selector: unknown) => this.#select(selector),
        triggerEvent: (type: string, detail: unknown, options: object) =>
          this.#trigger(number, type, detail, options),
      },
      ...(properties === undefined ? {} : { properties }),
      send: (changes, drawn) => this.#send({ number, changes, drawn }),
    });
    return logic;
  }

  #membersOf(number: number): Record<string, unknown> {
    const node = this.options.components.instance(number)?._exparserNode;
    return { id: node?.id ?? '', dataset: node?.dataset ?? {} };
  }

  #select(selector: unknown): unknown[] {
    const nodes = this.view.findAll(String(selector)).map(({ node }) => node);
    const { components } = this.options;
    return nodes.flatMap((node) => {
      const found = [...this.#instances].find(([at]) => components.instance(at)?._exparserNode.$$ === node);
      return found ? [found[1].own] : [];
    });
  }

  #trigger(number: () => number | undefined, type: string, detail: unknown, options: object): void {
    const { core, engine, components } = this.options;
    const text = JSON.stringify({ detail: detail ?? {}, options: options ?? {} });
    core.answering.later(() => {
      const sent = engine.parse(text) as { detail: unknown; options: object };
      components.instance(number() ?? -1)?._exparserNode.triggerEvent?.(type, sent.detail, sent.options);
    });
  }

  /** What is sent while something waits is drawn with it. */
  #send(message: Message): void {
    this.#queue.push(message);
    if (this.#queue.length === 1) this.options.core.answering.later(() => this.#flush());
  }

  #flush(): void {
    const queue = this.#queue;
    this.#queue = [];
    if (this.#closed) return;
    const byInstance = new Map<number, string[]>();
    for (const { number, changes } of queue) {
      const at = number() ?? -1;
      byInstance.set(at, [...(byInstance.get(at) ?? []), changes]);
    }
    this.#draw(() => {
      for (const [number, changes] of byInstance) this.view.update(number, changes);
    });
    this.scan();
    for (const { drawn } of queue) drawn();
  }

  #draw<Result>(work: () => Result): Result {
    const { bridge } = this.options;
    const before = bridge.drawing;
    bridge.drawing = this;
    try {
      return work();
    } finally {
      bridge.drawing = before;
    }
  }
}
