import { readSettings } from '../../config/readSettings.js';
import { createLogger } from '../../logging/createLogger.js';
import { openResources } from '../openResources.js';
import type { Resources } from '../Resources.js';
import type { CommandTools } from './Command.js';

/** Issuer of what a command would sign; commands sign nothing. */
const NOBODY_URL = 'http://localhost';

/** Opens the configured database and keys for one piece of work, and closes them after it. Its log goes nowhere. */
export async function withResources<T>(
  { env }: Pick<CommandTools, 'env'>,
  work: (resources: Resources) => Promise<T>,
): Promise<T> {
  const settings = readSettings({ env });
  const resources = await openResources(settings, {
    logger: createLogger({ level: 'silent' }),
    publicUrl: settings.publicUrl ?? NOBODY_URL,
  });
  try {
    return await work(resources);
  } finally {
    await resources.close();
  }
}
