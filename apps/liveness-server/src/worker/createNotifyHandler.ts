import { deliverWebhook, type WebhookPost } from '@huoti/server';
import type { JobHandler } from '../queue/JobQueue.js';
import type { JobTools } from './createJudgeHandler.js';

/** The job `notify`: sends one notice; when to try again is written down with it. */
export function createNotifyHandler({
  context,
  logger,
  metrics,
  post,
}: JobTools & { post: WebhookPost }): JobHandler<'notify'> {
  return async ({ id, data: { deliveryId }, attempt }, { signal }) => {
    const answer = await deliverWebhook(context, { deliveryId, post, signal });
    const end = answer.ok ? answer.state : 'gone';
    metrics.webhookDeliveries.inc({ end });
    logger.info('notice-sent', { job: 'notify', jobId: id, deliveryId, tries: attempt, code: end });
  };
}
