/* global window, navigator, EventTarget, HTMLVideoElement, Worker */
// Counts what a page leaves running. Runs before the page's own code, as a plain script.
(() => {
  const timers = new Set();
  const {
    setTimeout: set,
    clearTimeout: clear,
    requestAnimationFrame: request,
    cancelAnimationFrame: cancel,
  } = window;
  window.setTimeout = (callback, delayMs, ...rest) => {
    const handle = set(() => {
      timers.delete(handle);
      callback(...rest);
    }, delayMs);
    timers.add(handle);
    return handle;
  };
  window.clearTimeout = (handle) => {
    timers.delete(handle);
    clear(handle);
  };
  const frames = new Set();
  window.requestAnimationFrame = (callback) => {
    const handle = request((now) => {
      frames.delete(handle);
      callback(now);
    });
    frames.add(handle);
    return handle;
  };
  window.cancelAnimationFrame = (handle) => {
    frames.delete(handle);
    cancel(handle);
  };

  const video = HTMLVideoElement.prototype;
  const { requestVideoFrameCallback: requestVideo, cancelVideoFrameCallback: cancelVideo } = video;
  video.requestVideoFrameCallback = function (callback) {
    const handle = requestVideo.call(this, (...facts) => {
      frames.delete(`video ${handle}`);
      callback(...facts);
    });
    frames.add(`video ${handle}`);
    return handle;
  };
  video.cancelVideoFrameCallback = function (handle) {
    frames.delete(`video ${handle}`);
    cancelVideo.call(this, handle);
  };

  const listeners = new Map();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
    const ofTarget = listeners.get(this ?? window) ?? new Map();
    const ofType = ofTarget.get(type) ?? new Set();
    listeners.set(this ?? window, ofTarget.set(type, ofType.add(listener)));
    return add.call(this ?? window, type, listener, ...rest);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
    listeners
      .get(this ?? window)
      ?.get(type)
      ?.delete(listener);
    return remove.call(this ?? window, type, listener, ...rest);
  };

  const tracks = new Set();
  if (navigator.mediaDevices) {
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      for (const track of stream.getTracks()) tracks.add(track);
      return stream;
    };
  }

  const workers = new Set();
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      workers.add(this);
    }
    terminate() {
      workers.delete(this);
      super.terminate();
    }
  };

  window.alive = () => ({
    tracks: [...tracks].filter(({ readyState }) => readyState === 'live').length,
    timers: timers.size,
    frames: frames.size,
    listeners: [...listeners.values()].reduce(
      (sum, ofTarget) => sum + [...ofTarget.values()].reduce((inner, { size }) => inner + size, 0),
      0,
    ),
    workers: workers.size,
  });
})();
