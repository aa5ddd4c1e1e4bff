export { bridgeConformance } from './bridgeConformance.js';
export type { BridgeHarness } from './conformance/BridgeHarness.js';
export { createScriptedHost } from './conformance/createScriptedHost.js';
export type { RawMessage, ScriptedHost } from './conformance/createScriptedHost.js';
export { createFakeHostCamera } from './createFakeHostCamera.js';
export type { FakeHostCamera, FakeHostCameraOptions } from './createFakeHostCamera.js';
