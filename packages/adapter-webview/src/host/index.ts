export type { BridgeHost, BridgeHostListeners, BridgeHostOptions, PageGoneReason } from './BridgeHost.js';
export type { BridgeHostTransport, BridgeSender } from './BridgeHostTransport.js';
export type { BridgeTrust } from './BridgeTrust.js';
export { createBridgeHost } from './createBridgeHost.js';
export type { HostCamera, HostCameraOpenOptions, HostPicture, OpenHostCamera } from './HostCamera.js';
export type { HostDevice } from './HostDevice.js';
