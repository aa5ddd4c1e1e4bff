import type { BlobStore, Time } from '@huoti/server';
import { HuotiError } from '@huoti/protocol';
import { createDatabaseBlobStore } from '../blobs/createDatabaseBlobStore.js';
import { createFolderBlobStore } from '../blobs/createFolderBlobStore.js';
import { createS3BlobStore } from '../blobs/createS3BlobStore.js';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import type { SqlDatabase } from '../storage/SqlDatabase.js';

/** The configured store of sealed bytes. */
export async function openBlobStore(
  { kind, folder, bucket, endpoint, region, prefix }: ServiceSettings['blobs'],
  { database, time }: { database: SqlDatabase; time: Time },
): Promise<{ readonly blobs: BlobStore; close(): void }> {
  const close = (): void => undefined;
  switch (kind) {
    case 'database':
      return { blobs: createDatabaseBlobStore({ database, time }), close };
    case 'folder':
      if (folder === null) throw new HuotiError('INVALID_ARGUMENT', 'HUOTI_BLOB_FOLDER is missing');
      return { blobs: await createFolderBlobStore({ folder }), close };
    case 's3': {
      if (bucket === null) throw new HuotiError('INVALID_ARGUMENT', 'HUOTI_S3_BUCKET is missing');
      const blobs = createS3BlobStore({
        bucket,
        prefix,
        ...(region === null ? {} : { region }),
        ...(endpoint === null ? {} : { endpoint }),
      });
      return { blobs, close: () => blobs.close() };
    }
  }
}
