import { HuotiLivenessElement } from './element/HuotiLivenessElement.js';

/** What {@link defineHuotiLiveness} takes. */
export interface DefineOptions {
  /** @default 'huoti-liveness' */
  tagName?: string;
  /** @default the page's own */
  registry?: CustomElementRegistry;
}

/**
 * Makes the tag known to the page; a second call does nothing. Importing the package alone defines nothing.
 *
 * @example defineHuotiLiveness(); // <huoti-liveness> works from here on
 */
export function defineHuotiLiveness({
  tagName = 'huoti-liveness',
  registry = customElements,
}: DefineOptions = {}): void {
  if (registry.get(tagName) !== undefined) return;
  // A class can stand for one tag only: a further tag gets a class of its own.
  registry.define(tagName, class extends HuotiLivenessElement {});
}
