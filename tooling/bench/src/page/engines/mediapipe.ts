import { openMediapipe } from '../openMediapipe.js';
import type { PageEngine } from '../PageEngine.js';

/** The faster of the two where there is no GPU: what huoti's aims are measured against. */
export const createEngine = (): PageEngine => openMediapipe({ useCpuInference: true });
