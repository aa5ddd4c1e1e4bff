import type { HuotiLivenessElement } from './element/HuotiLivenessElement.js';
import type { HuotiLivenessEventMap } from './element/HuotiLivenessEventMap.js';

declare global {
  interface HTMLElementTagNameMap {
    'huoti-liveness': HuotiLivenessElement;
  }
  // So that `addEventListener('huoti-result', ({ detail }) => …)` is typed, on the element and on what is around it.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a merge of two maps has nothing of its own
  interface HTMLElementEventMap extends HuotiLivenessEventMap {}
}
