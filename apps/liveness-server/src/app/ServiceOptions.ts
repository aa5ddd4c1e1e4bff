import type { PlatformHttp } from '@huoti/server';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import type { StaticSite } from '../http/AppOptions.js';
import type { Logger } from '../logging/Logger.js';

/** What a process does: answer requests, do jobs, or both. */
export type ServiceRole = 'api' | 'worker';

/** What {@link startService} takes. */
export interface ServiceOptions {
  readonly settings: ServiceSettings;
  /** @default both */
  readonly roles?: readonly ServiceRole[];
  /** @default JSON lines on standard output at the settings' level */
  readonly logger?: Logger;
  /** A folder of pages served at `/`, from the API's own origin. @default none */
  readonly staticSite?: StaticSite;
  /** Makes an API key for this client at the start and gives it back: for a trial, a demo, a test. @default none */
  readonly firstKeyFor?: string;
  /** How a platform's server is called, where the settings connect to one: a recorded one, for a test. @default by HTTPS */
  readonly platformHttp?: PlatformHttp;
}

/** A running service. */
export interface Service {
  /** Where its API is; `null` for a worker alone. */
  readonly url: string | null;
  /** Where its numbers are; `null` where they are not served. */
  readonly metricsUrl: string | null;
  /** The text of the first API key; `null` where none was asked for. */
  readonly apiKey: string | null;
  /** Stops accepting, lets what runs end within the settings' limit, closes everything. Idempotent. */
  close(): Promise<void>;
}
