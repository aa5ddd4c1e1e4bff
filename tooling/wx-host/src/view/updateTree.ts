import type { TreeDrawing, TreeNode, VirtualEvent, VirtualTree } from './VirtualTree.js';

/** What {@link updateTree} draws with. */
export interface UpdateTreeTools {
  drawing: TreeDrawing;
  removeListener(node: TreeNode, name: string, id: unknown, options: { capture: boolean }): void;
}

/** A piece of text: `TYPE_TEXT` of the framework (src/tool/constant.js). */
const TEXT = 18;

/**
 * Brings what is drawn from one tree to the next. It stands in for the framework's own, which puts moved items of a keyed list in
 * wrong places. Elements with a key keep their identity when they move, as on a phone: a camera does not start again because
 * something before it went away.
 */
export function updateTree({
  drawing,
  removeListener,
}: UpdateTreeTools): (old: VirtualTree, next: VirtualTree) => void {
  const draw = (tree: VirtualTree, root: TreeNode): TreeNode => {
    const node = drawing.renderExparserNode(tree, null, root);
    node._vt = tree;
    return node;
  };

  const patch = (old: VirtualTree, next: VirtualTree): void => {
    const node = old.exparserNode;
    if (next.type === TEXT) {
      if (old.content === next.content || !node.parentNode) {
        next.exparserNode = node;
        node._vt = next;
      } else {
        node.parentNode.replaceChild(draw(next, node.parentNode.ownerShadowRoot ?? node.parentNode), node);
      }
      return;
    }
    next.exparserNode = node;
    node._vt = next;
    const changed = changedAttributes(old, next);
    if (changed.length > 0) drawing.updateAttrs(node, changed);
    if (sameEvents(old.event, next.event)) {
      next.event = old.event;
    } else {
      for (const { name, isCapture, id } of Object.values(old.event)) {
        removeListener(node, name, id, { capture: isCapture });
      }
      drawing.updateEvent(node, next.event);
    }
    patchChildren(node, old.children, next.children);
  };

  const patchChildren = (
    parent: TreeNode,
    old: readonly VirtualTree[],
    next: readonly VirtualTree[],
  ): void => {
    const matches = match(old, next);
    const kept = new Set(matches);
    for (const tree of old) if (!kept.has(tree)) parent.removeChild(tree.exparserNode);
    next.forEach((tree, index) => {
      const before = matches[index];
      const at = parent.childNodes[index];
      if (!before) {
        const node = draw(tree, parent.ownerShadowRoot ?? parent);
        if (at) parent.insertBefore(node, at);
        else parent.appendChild(node);
        return;
      }
      if (at !== before.exparserNode) parent.insertBefore(before.exparserNode, at);
      patch(before, tree);
    });
  };
  return patch;
}

/** For each new child the old one that becomes it, if any: by key, the others in order. */
function match(old: readonly VirtualTree[], next: readonly VirtualTree[]): (VirtualTree | undefined)[] {
  const same = (one: VirtualTree, other: VirtualTree): boolean =>
    one.type === other.type && one.componentId === other.componentId && (one.key ?? '') === (other.key ?? '');
  const free = [...old];
  const plain = old.filter(({ key }) => !key);
  return next.map((tree) => {
    const found = tree.key ? free.find((one) => same(one, tree)) : plain.shift();
    // The unnamed one in this place is of another kind: it goes, and this one is drawn anew.
    if (!found || !same(found, tree)) return undefined;
    free.splice(free.indexOf(found), 1);
    return found;
  });
}

function changedAttributes(old: VirtualTree, next: VirtualTree): { name: string; value: unknown }[] {
  const before = new Map(old.attrs.map(({ name, value }) => [name, value] as const));
  const names = new Set(next.attrs.map(({ name }) => name));
  return [
    ...next.attrs.filter(({ name, value }) => !before.has(name) || before.get(name) !== value),
    ...[...before.keys()].filter((name) => !names.has(name)).map((name) => ({ name, value: undefined })),
  ];
}

function sameEvents(old: Record<string, VirtualEvent>, next: Record<string, VirtualEvent>): boolean {
  const names = Object.keys(old);
  const kept = ({ name, handler, isCapture, isMutated, isCatch }: VirtualEvent): string =>
    [name, handler, isCapture, isMutated, isCatch].join();
  return (
    names.length === Object.keys(next).length &&
    names.every((name) => {
      const [one, other] = [old[name], next[name]];
      return one !== undefined && other !== undefined && kept(one) === kept(other);
    })
  );
}
