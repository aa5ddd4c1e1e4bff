import type { ViewInstance } from './Exparser.js';
import type { ViewBridge } from './ViewBridge.js';
import type { ViewEngine } from './ViewEngine.js';

/** Makes exparser's components out of what the logic declared, and tells the logic what becomes of them. */
export class ViewComponents {
  readonly #ids = new Map<string, string>();
  readonly #instances = new Map<number, ViewInstance>();
  #last = 0;

  constructor(
    private readonly engine: ViewEngine,
    private readonly bridge: ViewBridge,
    private readonly suffix: string,
  ) {}

  instance(id: number): ViewInstance | undefined {
    return this.#instances.get(id);
  }

  /**
   * The framework's id of the component at a path.
   *
   * @throws TypeError where the logic declared none there, or its template is missing
   */
  idOf(path: string): string {
    const known = this.#ids.get(path);
    if (known !== undefined) return known;
    const source = this.bridge.source(path);
    if (source === null) throw new TypeError(`${path}.js declares no page and no component`);
    const template = this.engine.template(path + this.suffix);
    if (typeof template !== 'function') throw new TypeError(`${path}${this.suffix} is missing`);
    const id = `c${this.#ids.size}-${path.replace(/\W/g, '-')}`;
    // Before its own components: a component may use itself.
    this.#ids.set(path, id);
    this.engine.components.register(this.#definition(id, path, template));
    return id;
  }

  #definition(id: string, path: string, template: unknown): object {
    const source = this.bridge.source(path);
    if (source === null) throw new TypeError(`${path} is not declared`);
    const numbers = new WeakMap<object, number>();
    const { bridge } = this;
    const remember = (instance: ViewInstance): number => {
      const known = numbers.get(instance._exparserNode);
      if (known !== undefined) return known;
      const number = (this.#last += 1);
      numbers.set(instance._exparserNode, number);
      this.#instances.set(number, instance);
      bridge.created(number, path, JSON.stringify(instance.data));
      return number;
    };
    const hook = (name: 'attached' | 'ready' | 'detached') =>
      function (this: ViewInstance): void {
        bridge.lifetime(remember(this), name);
      };
    const call = (method: string) =>
      function (this: ViewInstance, event: object): void {
        bridge.event(remember(this), method, JSON.stringify(event));
      };
    const properties = Object.entries(source.properties).map(([name, { type, value }]) => [
      name,
      {
        type: this.engine.types[type] ?? null,
        value,
        observer(this: ViewInstance, now: unknown): void {
          bridge.changed(remember(this), name, JSON.stringify(now ?? null));
        },
      },
    ]);
    const uses = Object.entries(source.uses).map(([tag, used]) => [tag, this.idOf(used)] as const);
    return {
      id,
      path,
      tagName: path.split('/').pop(),
      template,
      usingComponents: Object.fromEntries(uses),
      properties: Object.fromEntries(properties) as object,
      data: this.engine.parse(JSON.stringify(source.data)),
      methods: Object.fromEntries(source.methods.map((name) => [name, call(name)])),
      attached: hook('attached'),
      ready: hook('ready'),
      detached: hook('detached'),
      options: { ...source.options, classPrefix: '' },
    };
  }
}
