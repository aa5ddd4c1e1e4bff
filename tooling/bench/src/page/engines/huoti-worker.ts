import { openHuoti } from '../openHuoti.js';
import type { PageEngine } from '../PageEngine.js';

/** huoti in its worker, whose tensors end with it: the workers that are left are counted from outside. */
export const createEngine = (): PageEngine => openHuoti({ mainThread: false, tensors: () => null });
