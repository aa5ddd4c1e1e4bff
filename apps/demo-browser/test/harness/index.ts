// What the suite of the reference hosts shares with this one.
export { createCameraFile, type CameraFile } from './cameraFile.js';
export { convertClip, type ClipOptions } from './convertClip.js';
export { launchBrowser, type LaunchOptions } from './launchBrowser.js';
export { startServedSite, type ServedSite, type ServedSiteOptions } from './startServedSite.js';
