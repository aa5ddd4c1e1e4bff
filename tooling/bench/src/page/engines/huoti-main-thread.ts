import { openHuoti } from '../openHuoti.js';
import type { PageEngine } from '../PageEngine.js';
import { tensorsOfRealm } from '../tensorsOfRealm.js';

/** huoti on the page's own thread, where the other engines run. */
export const createEngine = (): PageEngine => openHuoti({ mainThread: true, tensors: tensorsOfRealm });
