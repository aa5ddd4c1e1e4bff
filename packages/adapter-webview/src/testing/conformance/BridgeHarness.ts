import type { ContractExpectation } from '@huoti/core/testing';
import type { BridgeHostTransport } from '../../host/BridgeHostTransport.js';
import type { BridgeTrust } from '../../host/BridgeTrust.js';
import type { BridgeTransport } from '../../transport/BridgeTransport.js';
import type { ConformanceBench } from './createConformanceBench.js';

/** One kind of host, with both of its ends in the hand of the test. */
export interface BridgeHarness {
  /** The page's end. */
  createTransport(): BridgeTransport;
  /** The app's end of the same bridge. */
  readonly host: BridgeHostTransport;
  /** How the app knows its page. */
  readonly trust: BridgeTrust;
  /** The app puts its object on the page; it is not there before. */
  appear(): void;
  /** The app's object is gone. */
  disappear(): void;
  /** Another frame of the same view sends this. */
  intrude(text: string): void;
  /** Listeners that the page's end holds now. */
  liveListenerCount(): number;
}

/** One thing that has to be so over every bridge. */
export interface ConformanceCase {
  readonly title: string;
  run(bench: ConformanceBench, expect: (actual: unknown) => ContractExpectation): Promise<void>;
}
