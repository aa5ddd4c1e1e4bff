import { openMediapipe } from '../openMediapipe.js';
import type { PageEngine } from '../PageEngine.js';

/** As the package comes, outside an iPhone. */
export const createEngine = (): PageEngine => openMediapipe({ useCpuInference: false });
