import type { EngineId } from './EngineId.js';

/** What is known of an engine before it is measured. */
export interface Engine {
  readonly id: EngineId;
  /** As the table names it. */
  readonly name: string;
  /** Package and version, or what of this repository it is. */
  readonly version: string;
  readonly host: 'browser' | 'node';
  /** Slow ones get fewer starts and frames and a shorter time for their sessions; the table says how many there were. */
  readonly slow: boolean;
}
