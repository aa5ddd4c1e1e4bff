import type { FaceReader, PlatformVerifier, ServerContext } from '@huoti/server';
import type { FastifyPluginAsync } from 'fastify';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import type { Logger } from '../logging/Logger.js';
import type { Metrics } from '../metrics/createMetrics.js';
import type { ReadinessCheck } from './ReadinessCheck.js';

/** What the HTTP app is made of. */
export interface AppOptions {
  readonly context: ServerContext;
  readonly settings: Pick<ServiceSettings, 'trustedProxies' | 'cors' | 'limits'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Reads faces of pictures, for references and comparisons; without it those paths answer UNAVAILABLE. */
  readonly faceReader?: FaceReader;
  /** Asks a platform, for sessions that one decides. @default none is connected */
  readonly verifier?: PlatformVerifier;
  /** What has to work before the service says that it is ready. @default none */
  readonly readiness?: readonly ReadinessCheck[];
  /** The operator's page, mounted under `/console`. @default none */
  readonly console?: FastifyPluginAsync;
  /** A folder of static files served at `/`, for a demo. @default none */
  readonly staticSite?: StaticSite;
}

/** A page that is served beside the API, from the same origin. */
export interface StaticSite {
  readonly folder: string;
  /** Value of `Content-Security-Policy` for its files. */
  readonly contentSecurityPolicy: string;
  /** Headers of its files besides. */
  readonly headers?: Readonly<Record<string, string>>;
}
