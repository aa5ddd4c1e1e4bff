import { applyPaths } from '../page/applyPaths.js';
import { cssLengths } from './cssLengths.js';
import type { ExparserNode } from './Exparser.js';
import type { ViewComponents } from './ViewComponents.js';
import type { ViewElement } from './ViewElement.js';
import type { ViewEngine } from './ViewEngine.js';

type WithNode = Element & { readonly __wxElement?: ExparserNode };

/** A page's view: exparser's tree in an element of its own. */
export class PageView {
  readonly root: Element;
  readonly #component: { attach(parent: Element): void; detach(): void };
  readonly #data = new Map<number, Record<string, unknown>>();

  constructor(
    private readonly engine: ViewEngine,
    private readonly components: ViewComponents,
    route: string,
  ) {
    this.root = engine.document.createElement('div');
    engine.document.body.appendChild(this.root);
    this.#component = engine.components.create(components.idOf(route));
    this.#component.attach(this.root);
  }

  /** Draws changes of one of its components, JSON as the logic sent them. Several are drawn at once, as on a phone. */
  update(instance: number, changes: readonly string[]): void {
    const target = this.components.instance(instance);
    if (!target) return;
    const parse = (text: string): Record<string, unknown> => this.engine.parse(text);
    let data = this.#data.get(instance);
    if (!data) this.#data.set(instance, (data = parse(JSON.stringify(target.data))));
    const tops = new Set<string>();
    for (const text of changes) for (const top of applyPaths(data, parse(text), parse)) tops.add(top);
    // Whole values only, each a copy: what exparser keeps is never what is changed here.
    target.setData(parse(JSON.stringify(Object.fromEntries([...tops].map((top) => [top, data[top]])))));
  }

  find(selector: string): ViewElement | null {
    return this.findAll(selector)[0] ?? null;
  }

  /** Elements by a CSS selector, attributes as the template gave them included. */
  findAll(selector: string): ViewElement[] {
    this.mirror();
    return this.elements(selector);
  }

  /** Elements by a tag or a class: what jsdom knows without {@link mirror}, and quickly. */
  elements(selector: string): ViewElement[] {
    return [...this.root.querySelectorAll(selector)].map((node) => ({
      tag: node.tagName.toLowerCase(),
      id: (node as WithNode).__wxElement?.id ?? node.id,
      classes: [...node.classList],
      attributes: attributesOf(node),
      text: node.textContent ?? '',
      node,
    }));
  }

  /** Gives an element an event; built-in ones like `initdone` do not bubble, touches do. */
  dispatch(node: Element, type: string, detail: unknown, bubbles: boolean): void {
    const target = (node as WithNode).__wxElement;
    if (!target) return;
    const options = {
      bubbles,
      composed: bubbles,
      capturePhase: bubbles,
      extraFields: { touches: [], changedTouches: [] },
    };
    const event = this.engine.exparser.Event.create(
      type,
      this.engine.parse(JSON.stringify(detail ?? {})),
      options,
    );
    this.engine.exparser.Event.dispatchEvent(target, event);
  }

  /** Writes into jsdom what exparser keeps to itself: ids, and attributes that a built-in element does not declare. */
  mirror(): void {
    for (const node of this.root.querySelectorAll('*')) {
      const target = (node as WithNode).__wxElement;
      if (!target) continue;
      if (target.id) node.setAttribute('id', target.id);
      for (const [name, value] of Object.entries(attributesOf(node))) {
        if (name === 'class' || name === 'id' || !/^[\w-]+$/.test(name)) continue;
        if (value === undefined || value === null || value === false || value === '')
          node.removeAttribute(name);
        else if (name === 'style') node.setAttribute('style', cssLengths(String(value)));
        else node.setAttribute(name, value === true ? '' : textOf(value));
      }
    }
  }

  close(): void {
    this.#component.detach();
    this.root.remove();
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

function attributesOf(node: Element): Record<string, unknown> {
  const attrs = (node as WithNode).__wxElement?._vt?.attrs ?? [];
  // The compiler writes `openType` for `open-type`.
  const dashed = (name: string): string =>
    name.startsWith('data-') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(attrs.map(({ name, value }) => [dashed(name), value]));
}
