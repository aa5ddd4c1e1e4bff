import type { FaceTemplate } from '@huoti/embedder';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { FaceReader } from '../ports/FaceReader.js';

/**
 * The one face of a picture. A picture without one, or with several, is refused by that reason: it is no fault of a machine.
 */
export async function readFace(
  { settings }: Pick<ServerContext, 'settings'>,
  {
    picture,
    reader,
    which,
    signal,
  }: { picture: Uint8Array; reader: FaceReader; which: string; signal: AbortSignal | undefined },
): Promise<Answer<{ template: FaceTemplate; quality: number }>> {
  if (picture.length === 0) return refused('INVALID_ARGUMENT', `${which} is empty`);
  if (picture.length > settings.limits.stillBytes) {
    return refused('PAYLOAD_TOO_LARGE', `${which} may have ${settings.limits.stillBytes} bytes`);
  }
  const reading = await reader.read(picture, signal ? { signal } : {});
  switch (reading.kind) {
    case 'one':
      return { ok: true, template: reading.template, quality: reading.quality };
    case 'none':
      return refused('NO_FACE', `${which} shows no face`);
    case 'several':
      return refused('SEVERAL_FACES', `${which} shows ${reading.count} faces, one expected`);
    case 'unreadable':
      return refused('MEDIA_UNREADABLE', `${which} is no picture that can be read`);
  }
}
