// Serves the page with the service behind it until it is told to end. Its first line of output says where.
import { startLivenessService } from '../../server/startLivenessService.mjs';
import { startServers } from '../../server/startServers.mjs';

const {
  SITE_ROOT = '',
  SITE_CACHE = '',
  SITE_DATA = '',
  SITE_IS_PUBLIC = '',
  SITE_HAS_NO_FACTS = '',
} = process.env;
/** @type {import('../../server/startServers.mjs').DemoService | undefined} */
let service;
const servers = await startServers({
  root: SITE_ROOT,
  cache: SITE_CACHE,
  httpPort: 0,
  httpsPort: null,
  addresses: [],
  service: async (port) =>
    (service = await startLivenessService({
      dataFolder: SITE_DATA,
      // A page that is not the demo's says of the service what the service says of itself.
      ...(SITE_HAS_NO_FACTS === '' ? {} : { privacyFile: null }),
      // As behind a proxy of the integrator's own: one origin for page and service.
      ...(SITE_IS_PUBLIC === '' ? {} : { publicUrl: `http://127.0.0.1:${port}` }),
    })),
});
process.once('SIGTERM', () => void servers.close());
process.stdout.write(
  `${JSON.stringify({ port: servers.httpPort, url: service?.url, publicUrl: service?.publicUrl, apiKey: service?.apiKey })}\n`,
);
