import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { realmEnvironment } from '../environment/realmEnvironment.js';
import { createBrowserAssetLoader } from '../host/createBrowserAssetLoader.js';
import { createBrowserClock } from '../host/createBrowserClock.js';
import { hideNavigator } from './hideNavigator.js';
import type { FromWorker, ToWorker } from './messages.js';
import { serveLandmarker } from './serveLandmarker.js';

// The entry of the worker's file: the only module of this package that does something when it runs.
hideNavigator(self);

const send = (message: FromWorker, transfer: Transferable[]): void => self.postMessage(message, { transfer });

const receive = serveLandmarker({
  send,
  createLandmarker({ assetsBaseUrl, manifest, backends, pageNowMs }) {
    const offsetMs = pageNowMs - realmEnvironment.nowMs();
    const own = createBrowserClock({ environment: realmEnvironment });
    return createTfjsLandmarker({
      assets: createBrowserAssetLoader({ baseUrl: assetsBaseUrl }),
      manifest,
      clock: { nowMs: () => own.nowMs() + offsetMs, sleep: own.sleep },
      ...(backends ? { backends } : {}),
    });
  },
});

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => receive(data));
send({ type: 'ready' }, []);
