import type { DataItemId } from './dataItemIds.js';

/**
 * What is read to have each item, as `Interface.property`: of the web platform in browsers and WebViews, of the objects that a mini-program's
 * calls give there (`DeviceInfo` by `getDeviceInfo`, `AppBaseInfo`, `WindowInfo`, `SystemInfo`, `NetworkType`, `ScreenBrightness` likewise). What is asked of a
 * function stands in brackets where it makes the difference: a size of letters is another question than less motion. Not among
 * them: what only does something (drawing, sending, timers), and the inference library, which reads nothing of the device on the paths that
 * are used; a worker's `navigator` is hidden from it besides.
 */
export const READS_OF_ITEM: Readonly<Partial<Record<DataItemId, readonly string[]>>> = {
  'camera-picture': [
    'Navigator.mediaDevices',
    'MediaDevices.getUserMedia',
    'HTMLVideoElement.videoWidth',
    'HTMLVideoElement.videoHeight',
    'HTMLVideoElement.requestVideoFrameCallback',
    'CanvasRenderingContext2D.getImageData',
    'OffscreenCanvasRenderingContext2D.getImageData',
    'HTMLCanvasElement.getContext(2d)',
    'OffscreenCanvas.getContext(2d)',
  ],
  'face-pictures': ['HTMLCanvasElement.toBlob', 'OffscreenCanvas.convertToBlob'],
  'host-facts': [
    'Navigator.userAgent',
    'Navigator.language',
    'Navigator.languages',
    'Navigator.connection',
    'NetworkInformation.type',
    'DeviceInfo.platform',
    'DeviceInfo.system',
    'AppBaseInfo.version',
    'AppBaseInfo.language',
    'SystemInfo.platform',
    'SystemInfo.system',
    'SystemInfo.version',
    'SystemInfo.language',
    'NetworkType.networkType',
  ],
  'camera-facts': [
    'MediaStreamTrack.readyState',
    'MediaStreamTrack.muted',
    'MediaStreamTrack.getSettings',
    'MediaStreamTrack.getCapabilities',
    'MediaStreamTrack.getConstraints',
    'EventTarget.addEventListener(devicechange)',
  ],
  'camera-name': [
    'MediaStreamTrack.label',
    'MediaDevices.enumerateDevices',
    'MediaDeviceInfo.kind',
    'MediaDeviceInfo.deviceId',
    'MediaTrackSettings.deviceId',
  ],
  'camera-integrity': ['VideoFrameCallbackMetadata.captureTime', 'VideoFrameCallbackMetadata.receiveTime'],
  'device-abilities': [
    'Window.isSecureContext',
    'WebAssembly.validate',
    'AppBaseInfo.SDKVersion',
    'SystemInfo.SDKVersion',
  ],
  'display-preferences': [
    'Window.matchMedia(prefers-reduced-motion)',
    'Window.matchMedia(forced-colors)',
    'MediaQueryList.matches',
    'Document.visibilityState',
    'Element.clientWidth',
    'Element.clientHeight',
    'Navigator.vibrate',
    'Navigator.wakeLock',
    'Window.speechSynthesis',
    'SpeechSynthesis.getVoices',
    'SpeechSynthesisVoice.lang',
    'SpeechSynthesisVoice.localService',
    'ScreenBrightness.value',
    'AppBaseInfo.fontSizeSetting',
    'SystemInfo.fontSizeSetting',
    'WindowInfo.windowWidth',
    'WindowInfo.windowHeight',
    'WindowInfo.screenHeight',
    'WindowInfo.safeArea',
    'SystemInfo.windowWidth',
    'SystemInfo.windowHeight',
    'SystemInfo.screenHeight',
    'SystemInfo.safeArea',
  ],
  'session-key': ['Crypto.subtle', 'Crypto.getRandomValues'],
};
