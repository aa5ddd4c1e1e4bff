import type { WebhookDeliveryRow, WebhookEndpointRow, WebhookTable } from '@huoti/server';
import type { Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';

const ENDPOINT_COLUMNS = [
  'id',
  'clientId',
  'url',
  'secret',
  'dataKeyId',
  'createdAtMs',
  'disabledAtMs',
] as const satisfies readonly (keyof WebhookEndpointRow)[];
const DELIVERY_COLUMNS = [
  'id',
  'endpointId',
  'clientId',
  'sessionId',
  'event',
  'state',
  'tries',
  'nextAtMs',
  'lastAnswer',
  'createdAtMs',
] as const satisfies readonly (keyof WebhookDeliveryRow)[];

/** Endpoints and deliveries in SQL. */
export function createWebhookTable(trx: Transaction<Tables>): WebhookTable {
  const endpoints = () => trx.selectFrom('webhookEndpoints').select(ENDPOINT_COLUMNS);
  const deliveries = () => trx.selectFrom('webhookDeliveries').select(DELIVERY_COLUMNS);
  return {
    async insertEndpoint(row) {
      await trx.insertInto('webhookEndpoints').values(row).execute();
    },
    async getEndpoint(id) {
      return (await endpoints().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    listEndpoints: (clientId) =>
      endpoints().where('clientId', '=', clientId).orderBy('createdAtMs').orderBy('id').execute(),
    async disableEndpoint(clientId, id, atMs) {
      const disabled = await trx
        .updateTable('webhookEndpoints')
        .set({ disabledAtMs: atMs })
        .where('id', '=', id)
        .where('clientId', '=', clientId)
        .where('disabledAtMs', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return disabled !== undefined;
    },
    async insertDelivery(row) {
      await trx.insertInto('webhookDeliveries').values(row).execute();
    },
    async getDelivery(id) {
      return (await deliveries().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async updateDelivery(id, changes) {
      if (Object.keys(changes).length === 0) return;
      await trx.updateTable('webhookDeliveries').set(changes).where('id', '=', id).execute();
    },
    due: (atMs, limit) =>
      deliveries()
        .where('state', '=', 'pending')
        .where('nextAtMs', '<=', atMs)
        .orderBy('nextAtMs')
        .limit(limit)
        .execute(),
    dead: (clientId, limit) =>
      deliveries()
        .where('clientId', '=', clientId)
        .where('state', '=', 'dead')
        .orderBy('createdAtMs', 'desc')
        .limit(limit)
        .execute(),
  };
}
