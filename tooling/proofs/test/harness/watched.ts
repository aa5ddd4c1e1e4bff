/** What {@link watchReads} wraps. */
export interface Watched {
  /** Every member of these interfaces. */
  readonly whole: readonly string[];
  /** These members of the interface. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** On the global object of pages, frames and workers. */
  readonly globals: readonly string[];
  /** Functions that are told with what they are asked for, at the call and not at the look. */
  readonly asked: Readonly<Record<string, 'first' | 'media-features' | 'number' | 'sensor-events'>>;
}

/** Events that tell of a device's own movement, light or equipment. */
export const SENSOR_EVENTS = [
  ...['devicemotion', 'deviceorientation', 'deviceorientationabsolute', 'devicelight', 'deviceproximity'],
  ...[
    'compassneedscalibration',
    'devicechange',
    'gamepadconnected',
    'chargingchange',
    'levelchange',
    'voiceschanged',
  ],
] as const;

/**
 * What tells a device or a person from others, keeps something on it, or talks to somebody. Taken from what published studies of browser
 * fingerprints read (Laperdrix et al., "Browser Fingerprinting: A survey", ACM TWEB 14(2), 2020, table 1) and from the list of storage and
 * network interfaces of the HTML standard. A property that a browser does not have is passed over.
 */
export const WATCHED: Watched = {
  whole: [
    ...[
      'Navigator',
      'WorkerNavigator',
      'NavigatorUAData',
      'NetworkInformation',
      'PluginArray',
      'MimeTypeArray',
      'Plugin',
    ],
    ...[
      'Screen',
      'ScreenOrientation',
      'VisualViewport',
      'ScreenDetails',
      'PerformanceNavigation',
      'PerformanceTiming',
    ],
    ...[
      'MediaDeviceInfo',
      'InputDeviceInfo',
      'BatteryManager',
      'SpeechSynthesis',
      'SpeechSynthesisVoice',
      'FontFaceSet',
      'FontFace',
    ],
    ...[
      'Storage',
      'IDBFactory',
      'CacheStorage',
      'StorageManager',
      'StorageBucketManager',
      'CookieStore',
      'CookieStoreManager',
    ],
    ...[
      'ServiceWorkerContainer',
      'FileSystemDirectoryHandle',
      'Keyboard',
      'GPU',
      'GPUAdapter',
      'GPUAdapterInfo',
      'MediaCapabilities',
    ],
    ...[
      'Bluetooth',
      'USB',
      'HID',
      'Serial',
      'Geolocation',
      'XRSystem',
      'Gamepad',
      'Clipboard',
      'CredentialsContainer',
      'IdleDetector',
    ],
    ...['LockManager', 'SharedWorker', 'BroadcastChannel', 'DeviceMotionEvent', 'DeviceOrientationEvent'],
  ],
  members: {
    MediaDevices: [
      'enumerateDevices',
      'getSupportedConstraints',
      'getDisplayMedia',
      'ondevicechange',
      'selectAudioOutput',
    ],
    MediaStreamTrack: ['label', 'id', 'getSettings', 'getCapabilities', 'getConstraints', 'stats'],
    Document: [
      'cookie',
      'referrer',
      'fonts',
      'hidden',
      'visibilityState',
      'browsingTopics',
      'requestStorageAccess',
      'hasStorageAccess',
    ],
    Performance: [
      'navigation',
      'timing',
      'memory',
      'getEntries',
      'getEntriesByType',
      'getEntriesByName',
      'measureUserAgentSpecificMemory',
    ],
    WebGLRenderingContext: [
      'readPixels',
      'getSupportedExtensions',
      'getShaderPrecisionFormat',
      'getContextAttributes',
    ],
    WebGL2RenderingContext: [
      'readPixels',
      'getSupportedExtensions',
      'getShaderPrecisionFormat',
      'getContextAttributes',
    ],
    CanvasRenderingContext2D: ['measureText', 'isPointInPath'],
    OffscreenCanvasRenderingContext2D: ['measureText', 'isPointInPath'],
    Date: ['getTimezoneOffset'],
    Element: ['getBoundingClientRect', 'getClientRects', 'clientWidth', 'clientHeight'],
    HTMLElement: ['offsetWidth', 'offsetHeight'],
    History: ['length'],
  },
  globals: [
    ...[
      'innerWidth',
      'innerHeight',
      'outerWidth',
      'outerHeight',
      'screenX',
      'screenY',
      'screenLeft',
      'screenTop',
      'devicePixelRatio',
    ],
    ...[
      'screen',
      'visualViewport',
      'orientation',
      'getScreenDetails',
      'queryLocalFonts',
      'getComputedStyle',
      'name',
      'length',
    ],
    ...[
      'localStorage',
      'sessionStorage',
      'indexedDB',
      'caches',
      'cookieStore',
      'openDatabase',
      'webkitRequestFileSystem',
      'launchQueue',
    ],
    ...[
      'speechSynthesis',
      'ondevicemotion',
      'ondeviceorientation',
      'ondeviceorientationabsolute',
      'external',
      'clientInformation',
      'chrome',
    ],
    ...['AudioContext', 'OfflineAudioContext', 'webkitAudioContext', 'webkitOfflineAudioContext'],
    ...[
      'Accelerometer',
      'Gyroscope',
      'Magnetometer',
      'AmbientLightSensor',
      'LinearAccelerationSensor',
      'GravitySensor',
      'AbsoluteOrientationSensor',
    ],
    ...[
      'RelativeOrientationSensor',
      'RTCPeerConnection',
      'webkitRTCPeerConnection',
      'RTCRtpSender',
      'WebSocket',
      'WebSocketStream',
      'WebTransport',
    ],
    ...[
      'EventSource',
      'SharedWorker',
      'BroadcastChannel',
      'XMLHttpRequest',
      'Notification',
      'PushManager',
      'FontFace',
      'IdleDetector',
      'ReportingObserver',
    ],
    ...[
      'PerformanceObserver',
      'PressureObserver',
      'fetchLater',
      'NDEFReader',
      'PaymentRequest',
      'PublicKeyCredential',
      'FaceDetector',
      'EyeDropper',
    ],
  ],
  asked: {
    'Window.matchMedia': 'media-features',
    'Permissions.query': 'first',
    'HTMLCanvasElement.getContext': 'first',
    'OffscreenCanvas.getContext': 'first',
    'WebGLRenderingContext.getParameter': 'number',
    'WebGL2RenderingContext.getParameter': 'number',
    'WebGLRenderingContext.getExtension': 'first',
    'WebGL2RenderingContext.getExtension': 'first',
    'HTMLMediaElement.canPlayType': 'first',
    'CSS.supports': 'first',
    'EventTarget.addEventListener': 'sensor-events',
  },
};
