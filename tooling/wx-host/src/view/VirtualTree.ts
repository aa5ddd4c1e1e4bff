import type { ExparserNode } from './Exparser.js';

/** A node of the tree that a compiled template makes, as the framework keeps it. */
export interface VirtualTree {
  readonly type: number;
  readonly componentId: string;
  readonly key?: string;
  readonly content: string;
  readonly attrs: readonly { readonly name: string; readonly value: unknown }[];
  event: Record<string, VirtualEvent>;
  readonly children: readonly VirtualTree[];
  /** Where it is drawn. */
  exparserNode: TreeNode;
}

/** What a template binds to an event. */
export interface VirtualEvent {
  readonly name: string;
  readonly handler: string;
  readonly isCapture: boolean;
  readonly isMutated: boolean;
  readonly isCatch: boolean;
  /** The framework's own, of the listener it has set. */
  readonly id?: unknown;
}

/** An exparser node whose children can be changed. */
export interface TreeNode extends ExparserNode {
  readonly parentNode: TreeNode | null;
  readonly childNodes: readonly TreeNode[];
  readonly ownerShadowRoot: TreeNode;
  _vt: VirtualTree;
  insertBefore(node: TreeNode, before: TreeNode | undefined): void;
  appendChild(node: TreeNode): void;
  removeChild(node: TreeNode): void;
  replaceChild(node: TreeNode, old: TreeNode): void;
}

/** How the framework draws nodes of a tree. */
export interface TreeDrawing {
  renderExparserNode(tree: VirtualTree, host: null, shadowRoot: TreeNode): TreeNode;
  updateAttrs(node: TreeNode, attrs: readonly { readonly name: string; readonly value: unknown }[]): void;
  updateEvent(node: TreeNode, event: Record<string, VirtualEvent>): void;
}
