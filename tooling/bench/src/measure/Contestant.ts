import type { Engine } from '../engines/Engine.js';
import type { Host } from './Host.js';

/** An engine that takes part, and how its hosts are opened. */
export interface Contestant {
  readonly engine: Engine;
  /** A host with nothing before it: a browser or process of its own. */
  openFresh(): Promise<Host>;
  /** A host beside the others: a page of the shared browser, or a process. */
  openShared(): Promise<Host>;
}
