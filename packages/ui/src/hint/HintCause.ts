import type { Action, GateCode } from '@huoti/protocol';
import type { ActionHint } from '@huoti/core';
import type { LightHint } from './LightHint.js';

/** Why a person might need a hint right now. */
export type HintCause =
  | { readonly kind: 'no-face' }
  | { readonly kind: 'gate'; readonly gate: GateCode }
  /** In an action: the detector's own hint, `none` while it has none. */
  | { readonly kind: 'action'; readonly action: Action; readonly hint: ActionHint }
  /** A wrong action restarted the window. */
  | { readonly kind: 'again' }
  /** While the screen lights the face. */
  | { readonly kind: 'light'; readonly hint: LightHint }
  | { readonly kind: 'slow-loading' }
  | { readonly kind: 'permission' };

/** Whether two causes are one and the same trouble. */
export function sameCause(a: HintCause | null, b: HintCause | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind === 'gate' && b.kind === 'gate') return a.gate === b.gate;
  if (a.kind === 'action' && b.kind === 'action') return a.action === b.action && a.hint === b.hint;
  if (a.kind === 'light' && b.kind === 'light') return a.hint === b.hint;
  return true;
}
