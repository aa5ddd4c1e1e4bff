/** Why each property is read, in one line for whoever audits it. Kept apart from the inventory, since it ships to nobody's phone. */
export const READ_REASONS: Readonly<Record<string, string>> = {
  'Navigator.mediaDevices': 'the way to the camera; missing on pages that are not secure',
  'MediaDevices.getUserMedia':
    'opens the camera; compared with an untouched one to see whether a script replaced it',
  'HTMLVideoElement.videoWidth': 'the size of the picture that the camera gives, to scale it',
  'HTMLVideoElement.videoHeight': 'the size of the picture that the camera gives, to scale it',
  'HTMLVideoElement.requestVideoFrameCallback':
    'tells when a new picture is there, and whether the browser can tell',
  'CanvasRenderingContext2D.getImageData':
    "the pixels of the camera's picture, and of nothing else that was drawn",
  'OffscreenCanvasRenderingContext2D.getImageData':
    "the pixels of the camera's picture, and of nothing else that was drawn",
  'HTMLCanvasElement.toBlob':
    'makes a JPEG file of a face that was cut out, where there is no OffscreenCanvas',
  'OffscreenCanvas.convertToBlob': 'makes a JPEG file of a face that was cut out',
  'Navigator.userAgent': 'browser or app, system and engine, for compatibility',
  'Navigator.language': 'the first language to speak',
  'Navigator.languages': 'the first language that huoti speaks too',
  'Navigator.connection': 'where the kind of network stands',
  'NetworkInformation.type': 'the kind of network, for compatibility',
  'DeviceInfo.platform': 'ios or android, for compatibility',
  'DeviceInfo.system': 'the operating system, for compatibility',
  'AppBaseInfo.version': "the app's version, for compatibility",
  'AppBaseInfo.language': 'the first language to speak',
  'SystemInfo.platform': 'as DeviceInfo.platform, where the app is older',
  'SystemInfo.system': 'as DeviceInfo.system, where the app is older',
  'SystemInfo.version': 'as AppBaseInfo.version, where the app is older',
  'SystemInfo.language': 'as AppBaseInfo.language, where the app is older',
  'NetworkType.networkType': 'the kind of network, for compatibility',
  'MediaStreamTrack.readyState': 'whether the camera is still on',
  'MediaStreamTrack.muted': 'whether the system holds the camera back for now',
  'MediaStreamTrack.getSettings': 'size, rate and side of the camera that was opened',
  'MediaStreamTrack.getCapabilities': 'whether the camera can do what every camera can',
  'MediaStreamTrack.getConstraints': 'what to ask for again after its size was tried',
  'MediaStreamTrack.label':
    'whether it is the name of a program that plays pictures in; it stays in the page',
  'MediaDevices.enumerateDevices':
    'which cameras there are, to choose one, and whether the open one is still there',
  'MediaDeviceInfo.kind': 'which of the devices are cameras',
  'MediaDeviceInfo.deviceId':
    "the browser's own random name of a camera, to open the chosen one; it stays in the page",
  'VideoFrameCallbackMetadata.captureTime':
    'when a picture was taken, which a drawn one does not say; it stays in the page',
  'VideoFrameCallbackMetadata.receiveTime': 'whether a picture came over a network; it stays in the page',
  'Window.isSecureContext': 'whether the page may have a camera',
  'WebAssembly.validate': 'which kind of the engine runs here',
  'AppBaseInfo.SDKVersion': 'which kind of worker the app has',
  'SystemInfo.SDKVersion': 'as AppBaseInfo.SDKVersion, where the app is older',
  'Window.matchMedia': 'less motion, forced colours and dark colours, as the person set them',
  'MediaQueryList.matches': 'the answer to the above',
  'Document.visibilityState': 'whether the page is seen: the camera is closed when it is not',
  'Navigator.vibrate': 'lets a step be felt, where the device can',
  'Navigator.wakeLock': 'keeps the screen from dimming while it lights the face',
  'Window.speechSynthesis': 'reads the notice aloud, when the person asks for it',
  'SpeechSynthesis.getVoices': 'a voice of the language to read aloud with',
  'SpeechSynthesisVoice.lang': 'the language of a voice',
  'SpeechSynthesisVoice.localService': "whether a voice is the device's own: no text is sent to another one",
  'ScreenBrightness.value': 'what to set the screen back to after it lit the face',
  'Crypto.subtle': 'makes a key for this session only',
  'Crypto.getRandomValues': 'random numbers for that key and for the order of the steps',
};
