/** An element of exparser's tree, as far as it is used. */
export interface ExparserNode {
  readonly id?: string;
  readonly dataset?: Readonly<Record<string, unknown>>;
  /** What the template gave it; exparser itself drops what a built-in element does not declare. */
  readonly _vt?: { readonly attrs: readonly { readonly name: string; readonly value: unknown }[] };
  /** Its element in the page. */
  readonly $$?: Element;
  triggerEvent?(name: string, detail: unknown, options: object): void;
}

/** Tencent's component framework, as far as it is used. */
export interface Exparser {
  readonly Event: {
    create(name: string, detail: unknown, options: object): object;
    dispatchEvent(node: ExparserNode, event: object): void;
  };
  removeListenerFromElement(node: ExparserNode, name: string, id: unknown, options: object): void;
}

/** The component that stands for a page, or for one of its components. */
export interface ViewInstance {
  setData(data: object): void;
  readonly data: Readonly<Record<string, unknown>>;
  readonly _exparserNode: ExparserNode;
}

/** What draws exparser's components from compiled templates, as far as it is used. */
export interface JComponent {
  register(definition: object): string;
  create(id: string): {
    readonly instance: ViewInstance;
    attach(parent: Element): void;
    detach(): void;
  };
}
