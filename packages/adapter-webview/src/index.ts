export type { BridgeTransport } from './transport/BridgeTransport.js';
export type { PageTransportOptions } from './transport/PageTransportOptions.js';
export { createWkTransport } from './transport/createWkTransport.js';
export type { WkTransportOptions } from './transport/createWkTransport.js';
export { createAndroidListenerTransport } from './transport/createAndroidListenerTransport.js';
export { createLegacyInterfaceTransport } from './transport/createLegacyInterfaceTransport.js';
export { createReactNativeTransport } from './transport/createReactNativeTransport.js';
export { createFlutterTransport } from './transport/createFlutterTransport.js';
export { createDsBridgeTransport } from './transport/createDsBridgeTransport.js';
export { createHarmonyTransport } from './transport/createHarmonyTransport.js';
export { createIframeTransport } from './transport/createIframeTransport.js';
export type { IframeTransportOptions } from './transport/createIframeTransport.js';
export { createLoopback } from './transport/createLoopback.js';
export type { Loopback, LoopbackEnd, LoopbackOptions } from './transport/createLoopback.js';
export { detectTransport } from './transport/detectTransport.js';
export { connectBridge } from './link/connectBridge.js';
export type { ConnectBridgeOptions } from './link/connectBridge.js';
export type { ArrivedFrame, BridgeLink } from './link/BridgeLink.js';
export { bridgeErrorOf } from './link/bridgeErrorOf.js';
export { tellResult } from './link/tellResult.js';
export type { TellResultOptions } from './link/tellResult.js';
export { createBridgeLifecycle } from './lifecycle/createBridgeLifecycle.js';
export type { BridgeLifecycleOptions } from './lifecycle/createBridgeLifecycle.js';
export { createHostCameraSource } from './camera/createHostCameraSource.js';
export type { HostCameraSourceOptions } from './camera/createHostCameraSource.js';
export type { DecodedPicture, PictureDecoder } from './camera/PictureDecoder.js';
export { createWebViewSource } from './camera/createWebViewSource.js';
export type { WebViewSourceOptions } from './camera/createWebViewSource.js';
export { requireCameraPermission } from './camera/requireCameraPermission.js';
export { createBridgeScreenLight } from './device/createBridgeScreenLight.js';
export type { BridgeScreenLightOptions } from './device/createBridgeScreenLight.js';
export { createWebViewHost } from './createWebViewHost.js';
export type { WebViewHostOptions } from './createWebViewHost.js';
export { createBridgeHost } from './host/createBridgeHost.js';
export type {
  BridgeHost,
  BridgeHostListeners,
  BridgeHostOptions,
  PageGoneReason,
} from './host/BridgeHost.js';
export type { BridgeHostTransport, BridgeSender } from './host/BridgeHostTransport.js';
export type { BridgeTrust } from './host/BridgeTrust.js';
export type { HostCamera, HostCameraOpenOptions, HostPicture, OpenHostCamera } from './host/HostCamera.js';
export type { HostDevice } from './host/HostDevice.js';
