import { serializeTemplate, turnTemplate, type FaceTemplate } from '@huoti/embedder';
import type { ServerContext } from '../context/ServerContext.js';
import type { DataKeyRow, ReferenceRow } from '../ports/rows.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { sealBytes } from '../sealing/sealBytes.js';
import { referenceSeal } from './referenceSeal.js';
import { turnKeyStream } from './turnKeyStream.js';

/** A template as it is kept, and the two keys that have to be stored with it: of its seal and of its turn. */
export interface SealedTemplate {
  readonly columns: Pick<ReferenceRow, 'template' | 'dataKeyId' | 'turnKeyId' | 'model'>;
  readonly keys: readonly DataKeyRow[];
}

/** Turns a template by a new key, then seals it with another. Nothing is stored. */
export async function sealTemplate(
  context: Pick<ServerContext, 'masterKeys' | 'random' | 'time'>,
  { clientId, id, template }: { clientId: string; id: string; template: FaceTemplate },
): Promise<SealedTemplate> {
  const turn = await createDataKey(context);
  const seal = await createDataKey(context);
  const turned = turnTemplate({ template, keyStream: turnKeyStream(turn.key) });
  const bytes = sealBytes({
    key: seal.key,
    bytes: serializeTemplate(turned),
    boundTo: referenceSeal(clientId, id, turn.row.id),
    random: context.random,
  });
  return {
    columns: {
      template: bytes,
      dataKeyId: seal.row.id,
      turnKeyId: turn.row.id,
      model: template.model,
    },
    keys: [seal.row, turn.row],
  };
}
