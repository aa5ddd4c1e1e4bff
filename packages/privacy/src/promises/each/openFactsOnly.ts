import type { PolicyPromise } from '../PolicyPromise.js';

export const OPEN_FACTS_ONLY: PolicyPromise = {
  id: 'open-facts-only',
  section: '1.3',
  promise: 'Of the device only open facts are read, to fit it and to speak its language.',
  does: 'One module reads `navigator.userAgent`, `language(s)` and `connection.type`; every other read is declared with its reason in the inventory, and there is no canvas, font, GPU, plugin, screen-size or sensor fingerprint.',
  tests: [],
  integrator: 'A library that you load beside huoti may read more: that is yours to declare.',
};
