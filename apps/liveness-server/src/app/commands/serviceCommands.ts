import { once } from 'node:events';
import { readSettings } from '../../config/readSettings.js';
import type { ServiceRole } from '../ServiceOptions.js';
import { startService } from '../startService.js';
import type { Command, CommandTools } from './Command.js';
import { parseOptions } from './parseOptions.js';

async function serve(roles: readonly ServiceRole[], { env, signal, note }: CommandTools): Promise<void> {
  const service = await startService({ settings: readSettings({ env }), roles });
  if (service.url !== null) note(`huoti-server: ${service.url} (API), ${service.url}/docs (what it takes)`);
  if (service.metricsUrl !== null) note(`huoti-server: ${service.metricsUrl}`);
  if (!signal.aborted) await once(signal, 'abort');
  await service.close();
}

const service = (name: string, help: string, roles: readonly ServiceRole[]): Command => ({
  name,
  usage: '',
  help,
  run: (args, tools) => {
    parseOptions(args);
    return serve(roles, tools);
  },
});

/** The processes of the service. */
export const serviceCommands: readonly Command[] = [
  service('start', 'API and worker in one process', ['api', 'worker']),
  service('api', 'the API alone; it holds no state, so start as many as you like', ['api']),
  service('worker', 'a worker alone; start as many as there is work for', ['worker']),
];
