import { auditClearance, auditGrounds, createApiKey, filingState } from '@huoti/server';
import type { FastifyInstance } from 'fastify';
import { HuotiError } from '@huoti/protocol';
import { isOperatorNamed } from '../config/isOperatorNamed.js';
import { consolePlugin } from '../console/consolePlugin.js';
import { createApp } from '../http/createApp.js';
import { createLogger } from '../logging/createLogger.js';
import { createMetrics } from '../metrics/createMetrics.js';
import { openPlatform } from '../platform/openPlatform.js';
import { createWebhookPost } from '../webhooks/createWebhookPost.js';
import { createJudgePool } from '../worker/createJudgePool.js';
import { runWorker } from '../worker/runWorker.js';
import { closeWithin } from './closeWithin.js';
import { freePort } from './freePort.js';
import { listenMetrics } from './listenMetrics.js';
import { openResources } from './openResources.js';
import { watchRightsCases } from '../metrics/watchRightsCases.js';
import { readQueueState } from './readQueueState.js';
import { readRightsState } from './readRightsState.js';
import { readinessChecks } from './readinessChecks.js';
import type { Service, ServiceOptions } from './ServiceOptions.js';

/** A host as it stands in a URL. */
const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw new HuotiError('INVALID_ARGUMENT', `HUOTI_PORT: ${host}:${port} can't be listened on`, { cause });
  }
}

/**
 * Starts the service in this process: API and worker, or one of them.
 *
 * @throws HuotiError INVALID_ARGUMENT for settings that do not work here, BUSY where the data folder or database is taken or away
 * @example
 * const service = await startService({ settings: readSettings(), firstKeyFor: 'trial' });
 * await service.close();
 */
export async function startService({
  settings,
  roles = ['api', 'worker'],
  logger = createLogger({ level: settings.log.level, process: roles.join('-') }),
  staticSite,
  firstKeyFor,
  platformHttp,
}: ServiceOptions): Promise<Service> {
  const { host } = settings.listen;
  const port = settings.listen.port === 0 ? await freePort(host) : settings.listen.port;
  const publicUrl = settings.publicUrl ?? `http://${urlHost(host)}:${port}`;
  const resources = await openResources(settings, { logger, publicUrl });
  const { context, queue } = resources;
  const metrics = createMetrics({
    processMetrics: settings.metrics.port !== null,
    queueState: () => readQueueState(resources),
    filing: () => filingState(context),
  });
  watchRightsCases(metrics, () => readRightsState(context));
  const verifier = openPlatform(settings, {
    time: context.time,
    ...(platformHttp === undefined ? {} : { http: platformHttp }),
  });
  const pool = createJudgePool({ ...settings.worker, logger, metrics });
  const stopping = new AbortController();
  const closers: (() => Promise<void>)[] = [() => resources.close(), () => pool.close()];
  const close = (): Promise<void> => {
    stopping.abort();
    return closeWithin(closers, { limitMs: settings.shutdownMs, logger });
  };

  try {
    await auditClearance(context);
    await auditGrounds(context);
    if (!isOperatorNamed(context.settings.privacy)) logger.warn('operator-unnamed', {});
    if (roles.includes('worker')) {
      const worker = runWorker({
        context,
        queue,
        logger,
        metrics,
        judge: pool.judge,
        verifier,
        post: createWebhookPost({ ...context.settings.webhooks, timeoutMs: settings.webhooks.timeoutMs }),
        ...settings.worker,
        graceMs: settings.shutdownMs,
        signal: stopping.signal,
      });
      closers.push(() => worker);
    }
    const apiKey =
      firstKeyFor === undefined ? null : (await createApiKey(context, { clientId: firstKeyFor })).text;
    if (roles.includes('api')) {
      const app = await createApp({
        context,
        settings,
        logger,
        metrics,
        faceReader: pool.faceReader,
        ...(verifier === null ? {} : { verifier }),
        readiness: readinessChecks(resources, { pool }),
        ...(settings.console.enabled ? { console: (within) => consolePlugin(within, { context }) } : {}),
        ...(staticSite === undefined ? {} : { staticSite }),
      });
      closers.push(() => app.close());
      await listen(app, { host, port });
    }
    let metricsUrl: string | null = null;
    if (settings.metrics.port !== null) {
      const served = await listenMetrics(metrics, {
        host: settings.metrics.host,
        port: settings.metrics.port,
      });
      closers.push(() => served.close());
      metricsUrl = `http://${urlHost(settings.metrics.host)}:${served.port}/metrics`;
    }
    logger.info('service-start', { port, threads: settings.worker.threads });
    return { url: roles.includes('api') ? publicUrl : null, metricsUrl, apiKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}
