import type { HostCore } from '../HostCore.js';
import type { ComponentSource } from '../view/ComponentSource.js';
import type { ViewBridge } from '../view/ViewBridge.js';
import type { LogicInstance } from './LogicInstance.js';
import type { LogicLayer } from './LogicLayer.js';
import type { PageLayers } from './PageLayers.js';

/** What the view tells the logic, brought to the object that it is meant for. */
export class LayerBridge implements ViewBridge {
  /** The page that is being drawn: components that are made now belong to it. */
  drawing: PageLayers | null = null;
  readonly #instances = new Map<number, { logic: LogicInstance; page: PageLayers }>();

  constructor(
    private readonly core: HostCore,
    private readonly layer: LogicLayer,
  ) {}

  source(path: string): ComponentSource | null {
    return this.layer.source(path);
  }

  created(number: number, path: string, properties: string): void {
    const page = this.drawing;
    if (page) this.#instances.set(number, { page, logic: page.take(number, path, properties) });
  }

  lifetime(number: number, name: 'attached' | 'ready' | 'detached'): void {
    const instance = this.#instances.get(number);
    instance?.logic.lifetime(name);
    if (name !== 'detached') return;
    this.#instances.delete(number);
    instance?.page.forget(number);
  }

  changed(number: number, property: string, value: string): void {
    this.#instances.get(number)?.logic.propertyChanged(property, value);
  }

  event(number: number, method: string, event: string): void {
    this.core.answering.later(() => {
      this.#instances.get(number)?.logic.method(method, this.core.realm.parse(event));
    });
  }
}
