// What the suites of the reference hosts and of the proofs share with this one.
export { agree } from './agree.js';
export { agreeInPage, type Person } from './agreeInPage.js';
export { createCameraFile, type CameraFile } from './cameraFile.js';
export { convertClip, type ClipOptions } from './convertClip.js';
export { findChromium } from './findChromium.js';
export { launchBrowser, type LaunchOptions } from './launchBrowser.js';
export { recordTries } from './recordTries.js';
export { startServedSite, type ServedSite, type ServedSiteOptions } from './startServedSite.js';
export { summaryOf } from './summaryOf.js';
export type { TryEnd } from './TryRecord.js';
export { untilCompleted } from './untilCompleted.js';
export { writePerson, type PersonClipOptions } from './writePerson.js';
export { watchResources } from './watchResources.js';
