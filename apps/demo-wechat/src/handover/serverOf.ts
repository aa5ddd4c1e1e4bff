import type { OperatorSession } from '../backend/OperatorSession.js';

/** Which session of which server, as `@huoti/client` takes it. */
export const serverOf = ({
  baseUrl,
  publicUrl,
  sessionId,
  clientToken,
}: OperatorSession): Pick<OperatorSession, 'baseUrl' | 'publicUrl' | 'sessionId' | 'clientToken'> => ({
  baseUrl,
  ...(publicUrl === undefined ? {} : { publicUrl }),
  sessionId,
  clientToken,
});
