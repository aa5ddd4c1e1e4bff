import type { Realm } from '../realm/Realm.js';
import { applyPaths } from './applyPaths.js';
import type { Definition } from './Definition.js';

/** What {@link LogicInstance} takes. */
export interface LogicInstanceOptions {
  realm: Realm;
  definition: Definition;
  /** Path of its file, without suffix. */
  path: string;
  /** Properties as the view has them, JSON. */
  properties?: string;
  /** Carries a change to the view, as JSON; `drawn` when the view has it. */
  send(changes: string, drawn: () => void): void;
  /** Members of `this` beside the data and the methods. */
  members: Readonly<Record<string, unknown>>;
}

/** A page or a component in the logic layer: the object that its own script calls `this`. */
export class LogicInstance {
  readonly own: Record<string, unknown>;
  readonly definition: Definition;
  setDataCount = 0;
  /** Characters of JSON that went to the view. */
  setDataLength = 0;
  readonly #realm: Realm;

  constructor(private readonly options: LogicInstanceOptions) {
    const { realm, definition, path } = options;
    this.#realm = realm;
    this.definition = definition;
    const own = (this.own = realm.parse('{}') as Record<string, unknown>);
    Object.assign(own, realm.expose(options.members), { is: path });
    Object.assign(own, definition.others, definition.methods);
    const defaults = Object.entries(definition.properties).map(([name, { value }]) => [name, value ?? null]);
    const start = { ...(Object.fromEntries(defaults) as object), ...definition.data };
    const data = realm.parse(JSON.stringify(start)) as Record<string, unknown>;
    if (options.properties !== undefined) Object.assign(data, realm.parse(options.properties));
    own['data'] = data;
    own['properties'] = data;
    own['setData'] = realm.expose((changes: unknown, callback?: unknown) => this.#setData(changes, callback));
  }

  /** Calls one of its methods. */
  method(name: string, ...values: unknown[]): unknown {
    return this.#realm.call(this.own[name], this.own, ...values);
  }

  lifetime(name: string): void {
    for (const work of this.definition.lifetimes[name] ?? []) this.#realm.call(work, this.own);
  }

  pageLifetime(name: 'show' | 'hide'): void {
    for (const work of this.definition.pageLifetimes[name] ?? []) this.#realm.call(work, this.own);
  }

  /** The view gave a property a new value. */
  propertyChanged(name: string, text: string): void {
    const data = this.own['data'] as Record<string, unknown>;
    if (JSON.stringify(data[name] ?? null) === text) return;
    const before = data[name];
    data[name] = this.#realm.parse(text);
    const observer = this.definition.properties[name]?.observer;
    const work = typeof observer === 'string' ? this.own[observer] : observer;
    this.#realm.call(work, this.own, data[name], before);
    this.#observe(new Set([name]));
  }

  #setData(changes: unknown, callback: unknown): void {
    if (typeof changes !== 'object' || changes === null) {
      throw new TypeError('setData: the first argument must be an object');
    }
    const text = JSON.stringify(changes);
    this.setDataCount += 1;
    this.setDataLength += text.length;
    const data = this.own['data'] as Record<string, unknown>;
    const copy = this.#realm.parse(text) as Record<string, unknown>;
    const tops = applyPaths(data, copy, (json) => this.#realm.parse(json));
    this.options.send(text, () => this.#realm.call(callback, this.own));
    this.#observe(tops);
  }

  #observe(tops: ReadonlySet<string>): void {
    const data = this.own['data'] as Record<string, unknown>;
    for (const { fields, run } of this.definition.observers) {
      if (!fields.some((field) => tops.has(field) || field === '**')) continue;
      this.#realm.call(run, this.own, ...fields.map((field) => data[field]));
    }
  }
}
