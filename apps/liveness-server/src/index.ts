export { defaultSettings } from './config/defaultSettings.js';
export { readSettings, type SettingsSource } from './config/readSettings.js';
export type { PolicyDefinition, ServiceSettings } from './config/ServiceSettings.js';
export type { StaticSite } from './http/AppOptions.js';
export { createLogger, type LoggerOptions } from './logging/createLogger.js';
export type { LogFacts } from './logging/LogFacts.js';
export type { Logger, LogLevel } from './logging/Logger.js';
export type { Service, ServiceOptions, ServiceRole } from './app/ServiceOptions.js';
export { startService } from './app/startService.js';
