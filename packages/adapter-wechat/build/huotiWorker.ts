// The worker's file: the engine alone, and what answers the page's messages. The only module here that does something when it runs.
import { createPackageEngine } from '../src/engine/createPackageEngine.js';
import { createMiniProgramClock } from '../src/host/createMiniProgramClock.js';
import type { MiniProgramWasm } from '../src/platform/MiniProgramWasm.js';
import type { FromWorker, ToWorker } from '../src/worker/messages.js';
import { serveLandmarker } from '../src/worker/serveLandmarker.js';

declare const worker: {
  onMessage(listener: (message: ToWorker) => void): void;
  postMessage(message: FromWorker): void;
};
declare const WXWebAssembly: MiniProgramWasm | undefined;

const receive = serveLandmarker({
  send: (message) => worker.postMessage(message),
  createLandmarker: ({ manifest, nowMs }, assets) => {
    const own = createMiniProgramClock();
    const offsetMs = nowMs - own.nowMs();
    return createPackageEngine({
      wasm: typeof WXWebAssembly === 'undefined' ? null : WXWebAssembly,
      assets,
      manifest,
      clock: { nowMs: () => own.nowMs() + offsetMs, sleep: own.sleep },
    });
  },
});

worker.onMessage(receive);
