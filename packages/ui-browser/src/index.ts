import './global.js';

export { defineHuotiLiveness } from './defineHuotiLiveness.js';
export type { DefineOptions } from './defineHuotiLiveness.js';
export { HuotiLivenessElement } from './element/HuotiLivenessElement.js';
export type { ConsentSettings } from './consent/ConsentSettings.js';
export type { BrowserHost } from './element/BrowserHost.js';
export type { LightSurface } from './element/LightSurface.js';
export type { HuotiLivenessEventMap } from './element/HuotiLivenessEventMap.js';
export type { PlanSetting, SessionBuilder, SessionRequest, TrySession } from './element/SessionBuilder.js';
