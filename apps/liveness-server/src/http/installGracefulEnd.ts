import type { FastifyInstance } from 'fastify';

/**
 * Once the app is told to close, every answer ends its connection. Idle ones are closed by then; one that is busy would
 * be kept alive after its answer, and the end would wait for whoever holds it, a proxy for example.
 */
export function installGracefulEnd(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
