import { HuotiError } from '@huoti/protocol';
import type { Logger } from '../logging/Logger.js';

/**
 * Closes one thing after the other, the last opened first. Each closer is called once, however often this is.
 *
 * @param closers emptied
 * @throws HuotiError HOST_ERROR where not all were closed within the limit: the process had better end now
 */
export async function closeWithin(
  closers: (() => Promise<void>)[],
  { limitMs, logger }: { limitMs: number; logger: Logger },
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new HuotiError('HOST_ERROR', `not everything ended within ${limitMs} ms`)),
      limitMs,
    );
  });
  const closeAll = async (): Promise<void> => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
  };
  try {
    await Promise.race([closeAll(), late]);
    logger.info('service-end');
  } finally {
    clearTimeout(timer);
  }
}
