import type { FrameListener } from '../camera/FrameListener.js';
import type { ApiMembers, HostCore } from '../HostCore.js';
import { workerBehind } from '../worker/workerBehind.js';
import { CallFailure } from './CallFailure.js';

type Given = Readonly<Record<string, unknown>> | undefined;

/** `createCameraContext` of the page in front. */
export function cameraApi(core: HostCore, frontPage: () => object): ApiMembers {
  const { answering, camera, facts, kind } = core;

  const listenerMembers = (listener: FrameListener): object => ({
    start: (given: Given) =>
      answering.answer('CameraFrameListener.start', given, () => {
        if (camera.cameraOf(listener.page, listener.cameraId)?.state !== 'ready') {
          return new CallFailure('camera is not ready');
        }
        const worker = given?.['worker'];
        if (worker !== undefined) {
          const behind = workerBehind(worker);
          if (!behind?.experimental) return new CallFailure('the worker is not an experimental worker');
          if (facts.platform !== 'ios') return new CallFailure('worker is only supported on iOS');
          listener.worker = behind;
        }
        listener.running = true;
        return {};
      }),
    stop: (given: Given) => {
      // At once: no picture comes after the call.
      listener.running = false;
      listener.worker = null;
      return answering.answer('CameraFrameListener.stop', given, () => ({}));
    },
  });

  return {
    createCameraContext: (id?: unknown) => {
      const page = frontPage();
      const cameraId = kind === 'alipay' ? String(id) : null;
      return {
        onCameraFrame: (callback: unknown) => {
          const listener = { page, cameraId, callback, running: false, worker: null, buffer: null };
          camera.listeners.add(listener);
          return listenerMembers(listener);
        },
        setZoom: (given: Given) => answering.answer('setZoom', given, () => ({ zoom: given?.['zoom'] })),
      };
    },
  };
}
