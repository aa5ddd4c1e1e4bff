import type { WebhookTable } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import { changeRow, copyOrNull, insertRow, selectRows } from './memoryRows.js';

/** Endpoints and deliveries of a memory store. */
export function memoryWebhookTable(tables: () => MemoryTables): WebhookTable {
  return {
    insertEndpoint: async (row) => insertRow(tables().endpoints, row.id, row),
    getEndpoint: async (id) => copyOrNull(tables().endpoints.get(id)),
    listEndpoints: async (clientId) =>
      selectRows(tables().endpoints, {
        where: (row) => row.clientId === clientId,
        by: (row) => row.createdAtMs,
      }),
    disableEndpoint: async (clientId, id, atMs) => {
      const row = tables().endpoints.get(id);
      if (!row || row.clientId !== clientId || row.disabledAtMs !== null) return false;
      changeRow(tables().endpoints, id, { disabledAtMs: atMs });
      return true;
    },
    insertDelivery: async (row) => insertRow(tables().deliveries, row.id, row),
    getDelivery: async (id) => copyOrNull(tables().deliveries.get(id)),
    updateDelivery: async (id, changes) => changeRow(tables().deliveries, id, changes),
    due: async (atMs, limit) =>
      selectRows(tables().deliveries, {
        where: (row) => row.state === 'pending' && row.nextAtMs <= atMs,
        by: (row) => row.nextAtMs,
        limit,
      }),
    dead: async (clientId, limit) =>
      selectRows(tables().deliveries, {
        where: (row) => row.state === 'dead' && row.clientId === clientId,
        by: (row) => -row.createdAtMs,
        limit,
      }),
  };
}
