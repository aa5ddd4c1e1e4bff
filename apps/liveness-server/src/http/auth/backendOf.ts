import { HuotiError } from '@huoti/protocol';
import type { FastifyRequest } from 'fastify';
import type { ApiCaller } from '@huoti/server';
import './requireBackend.js';

/**
 * Who calls, on a route behind `requireBackend`.
 *
 * @throws HuotiError HOST_ERROR on any other route: nothing is done for nobody
 */
export function backendOf({ backend }: FastifyRequest): ApiCaller {
  if (backend === null)
    throw new HuotiError('HOST_ERROR', 'a route for backends stands outside of their scope');
  return backend;
}
