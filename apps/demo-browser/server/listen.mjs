/** How many ports after the wanted one are tried. */
const TRIES = 20;

/**
 * Listens on a port, or on the next free one after it.
 *
 * @param {import('node:net').Server} server
 * @param {{port: number, host: string}} wanted port 0 takes any free one
 * @returns {Promise<number>} the port it listens on
 */
export async function listen(server, { port, host }) {
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port: candidate, host }, () => {
          server.off('error', reject);
          resolve(undefined);
        });
      });
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : candidate;
    } catch (error) {
      server.removeAllListeners('error');
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      const taken = code === 'EADDRINUSE' || code === 'EACCES';
      if (!taken || candidate >= port + TRIES || candidate >= 65_535) throw error;
    }
  }
}
