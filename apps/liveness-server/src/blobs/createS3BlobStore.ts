import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { BlobStore } from '@huoti/server';
import { checkBlobKey } from './checkBlobKey.js';
import { refuseAborted } from './refuseAborted.js';

/** Which bucket, and how it is reached. */
export interface S3BlobStoreOptions {
  readonly bucket: string;
  /** @default `us-east-1`, which services that are not Amazon's accept */
  readonly region?: string;
  /** Of a service that is not Amazon's, `https://host[:port]`. */
  readonly endpoint?: string;
  /** Before each key, ending in `/`; empty for a bucket of its own. @default '' */
  readonly prefix?: string;
  /** @default the environment, a shared file, or the machine's own role, as the SDK looks for them */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How long one try may take. @default 10000 ms */
  readonly timeoutMs?: number;
}

/** A blob store that can be closed. */
export interface S3BlobStore extends BlobStore {
  /** Ends its connections. */
  close(): void;
}

/** The SDK's own: the first try and two more, with waits in between. */
const TRIES = 3;
const statusOf = (error: unknown): number | null =>
  (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode ?? null;

/** The typed error for whatever the SDK threw. Its messages may hold a key or a bucket, never a body; only the name is passed on. */
function toS3Error(error: unknown): HuotiError {
  if (isHuotiError(error)) return error;
  const status = statusOf(error);
  const name = error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : 'unknown';
  const passes = status === null || status === 408 || status === 429 || status >= 500;
  return passes
    ? new HuotiError('BUSY', `the bucket can't be reached (${name}); try again`, {
        cause: error,
        retryable: true,
      })
    : new HuotiError('HOST_ERROR', `the bucket refused (${String(status)} ${name})`, { cause: error });
}

const typed = async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
  refuseAborted(signal);
  try {
    return await work();
  } catch (error) {
    refuseAborted(signal);
    throw toS3Error(error);
  }
};

/**
 * Blobs in a bucket of any S3-compatible store, addressed by path. The bucket has to be there; nothing is asked of it but put, get,
 * delete and list. What is written is whole: a store of this kind shows an object when all of it has arrived.
 *
 * @example const blobs = createS3BlobStore({ bucket: 'evidence', endpoint: 'https://minio.internal:9000' });
 */
export function createS3BlobStore({
  bucket: Bucket,
  region = 'us-east-1',
  endpoint,
  prefix = '',
  credentials,
  timeoutMs = 10_000,
}: S3BlobStoreOptions): S3BlobStore {
  const client = new S3Client({
    region,
    forcePathStyle: true,
    maxAttempts: TRIES,
    // Without the last of them the SDK only warns of an answer that does not come.
    requestHandler: { connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  const nameOf = (key: string): string => {
    checkBlobKey(key);
    return prefix + key;
  };
  const optionsOf = (signal: AbortSignal | undefined) => (signal ? { abortSignal: signal } : {});

  return {
    specificationVersion: 'v1',
    async put(key, bytes, { signal } = {}) {
      const Key = nameOf(key);
      const command = new PutObjectCommand({
        Bucket,
        Key,
        Body: bytes,
        ContentType: 'application/octet-stream',
      });
      await typed(() => client.send(command, optionsOf(signal)), signal);
    },
    async get(key, { signal } = {}) {
      const Key = nameOf(key);
      return typed(async () => {
        try {
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), optionsOf(signal));
          return Body === undefined ? new Uint8Array() : Uint8Array.from(await Body.transformToByteArray());
        } catch (error) {
          if (error instanceof Error && error.name === 'NoSuchKey') return null;
          throw error;
        }
      }, signal);
    },
    async delete(key, { signal } = {}) {
      const Key = nameOf(key);
      await typed(() => client.send(new DeleteObjectCommand({ Bucket, Key }), optionsOf(signal)), signal);
    },
    listBefore: (beforeMs, limit, after = '') =>
      typed(async () => {
        const keys: string[] = [];
        let Marker = prefix + after;
        for (;;) {
          // The older of the two listings: every compatible store has it, and its place to go on from is a key.
          const page = await client.send(
            new ListObjectsCommand({ Bucket, Prefix: prefix, ...(Marker === '' ? {} : { Marker }) }),
          );
          const objects = page.Contents ?? [];
          for (const { Key = '', LastModified } of objects) {
            if (keys.length >= limit) return keys;
            Marker = Key;
            if (LastModified !== undefined && Number(LastModified) < beforeMs)
              keys.push(Key.slice(prefix.length));
          }
          if (page.IsTruncated !== true || objects.length === 0) return keys;
        }
      }),
    close: () => client.destroy(),
  };
}
