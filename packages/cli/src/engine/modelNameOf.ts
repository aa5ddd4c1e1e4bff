import { EMBEDDER_MODELS, type EmbedderModelName } from '@huoti/embedder';
import { HuotiError } from '@huoti/protocol';

/**
 * What `--model` says; the default where it was not given.
 *
 * @throws HuotiError INVALID_ARGUMENT
 */
export function modelNameOf(word: string | null): EmbedderModelName {
  const name = EMBEDDER_MODELS.find((one) => one === (word ?? 'fusion'));
  if (name) return name;
  throw new HuotiError('INVALID_ARGUMENT', `--model ${word}: use one of ${EMBEDDER_MODELS.join(', ')}`);
}
