export { HuotiConsent } from './HuotiConsent.js';
export type { ConsentProps } from './consent/ConsentProps.js';
export type { HuotiConsentProps } from './consent/HuotiConsentProps.js';
export { HuotiLiveness } from './HuotiLiveness.js';
export type { HuotiLivenessProps } from './HuotiLivenessProps.js';
export { CameraView } from './camera/CameraView.js';
export type { CameraViewProps } from './camera/CameraView.js';
export type { CameraElement, CameraElementFault } from './camera/CameraElement.js';
export type { LightSurface } from './light/LightSurface.js';
export type {
  MiniProgramCatalogue,
  MiniProgramKey,
  MiniProgramMessageKey,
} from './messages/MiniProgramCatalogue.js';
export { miniProgramEn } from './messages/miniProgramEn.js';
export { miniProgramZhCN } from './messages/miniProgramZhCN.js';
export type { SessionBuilder, SessionRequest, TrySession } from './tries/SessionBuilder.js';
export type { TryEvents } from './tries/TryEvents.js';
