import type { FaceLandmarker } from '@huoti/core';
import type { FromWorker, ToWorker } from '../../src/worker/messages.js';
import { serveLandmarker } from '../../src/worker/serveLandmarker.js';
import { CountingTarget } from './fakeMedia.js';

/** A worker in the same thread: messages are cloned and moved as between real ones, code runs a turn later. */
export class FakeWorker extends CountingTarget {
  terminated = false;
  readonly received: ToWorker['type'][] = [];
  private readonly receive: (message: ToWorker) => void;

  constructor(createLandmarker: () => FaceLandmarker, { starts = true }: { starts?: boolean } = {}) {
    super();
    this.receive = serveLandmarker({
      send: (message, transfer) => this.deliver(structuredClone(message, { transfer })),
      createLandmarker,
    });
    if (starts) this.deliver({ type: 'ready' });
    else setTimeout(() => this.crash(), 0);
  }

  postMessage(message: unknown, transfer: Transferable[]): void {
    const copy = structuredClone(message as ToWorker, { transfer });
    this.received.push(copy.type);
    setTimeout(() => {
      if (!this.terminated) this.receive(copy);
    }, 0);
  }

  /** Its code throws, or its file is not there. */
  crash(): void {
    if (!this.terminated) this.dispatchEvent(new Event('error'));
  }

  terminate(): void {
    this.terminated = true;
  }

  private deliver(data: FromWorker): void {
    setTimeout(() => {
      if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
    }, 0);
  }
}
