import type { PolicyPromise } from '../PolicyPromise.js';

export const ON_DEVICE: PolicyPromise = {
  id: 'on-device',
  section: 'facial recognition measures, articles 8 and 10',
  promise: 'Face data stays on the device unless law or separate consent says otherwise.',
  does: 'Level `none` is what the client asks for by default; each higher level has its own unticked question. What leaves at each level is checked byte by byte.',
  tests: [],
  integrator:
    'Where you ask for more than `none`, be able to say why, and file with the authority in time: the service counts and warns.',
};
