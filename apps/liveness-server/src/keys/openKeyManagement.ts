import { pathToFileURL } from 'node:url';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { MasterKeys } from '@huoti/server';
import type { KeyManagement } from './KeyManagement.js';
import { MASTER_KEY_BYTES } from './parseMasterKeys.js';

/** A wrapped key is some 60 bytes, of an asymmetric HSM key some 500. */
const MAX_WRAPPED_BYTES = 8192;

async function loadModule(path: string): Promise<KeyManagement> {
  let loaded: { openKeyManagement?: unknown };
  try {
    loaded = (await import(pathToFileURL(path).href)) as typeof loaded;
  } catch (error) {
    throw new HuotiError('INVALID_ARGUMENT', `the key management module ${path} does not load`, {
      cause: error,
    });
  }
  if (typeof loaded.openKeyManagement !== 'function') {
    throw new HuotiError('INVALID_ARGUMENT', `${path} exports no function openKeyManagement`);
  }
  const open = loaded.openKeyManagement as () => Promise<KeyManagement>;
  return open();
}

const isBytes = (value: unknown, most: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length > 0 && value.length <= most;

/** An error of the service, by what it means here: a failed call may pass, and a reason of ours stays as it is. */
const asBusy = (error: unknown): HuotiError =>
  isHuotiError(error)
    ? error
    : new HuotiError('BUSY', 'the key management service did not answer; try again', {
        cause: error,
        retryable: true,
      });

/**
 * Master keys that stay inside of a key management service. What it answers is checked, and never believed to be a key only
 * because it came.
 *
 * @param options.module path of a module, see {@link KeyManagement}
 * @throws HuotiError INVALID_ARGUMENT where the module does not load or does not fit; BUSY (retryable) where the service does not answer
 * @example const masterKeys = await openKeyManagement({ module: '/etc/huoti/kms.mjs' });
 */
export async function openKeyManagement({ module }: { module: string }): Promise<MasterKeys> {
  const service = await loadModule(module).catch((error: unknown) => {
    throw asBusy(error);
  });
  const { currentId } = service;
  if (!/^[A-Za-z0-9._:/-]{1,256}$/.test(currentId)) {
    throw new HuotiError('INVALID_ARGUMENT', 'the key management module names no key');
  }
  return {
    specificationVersion: 'v1',
    currentId,
    async wrap(dataKey) {
      let wrapped: Uint8Array;
      try {
        wrapped = await service.wrap(Uint8Array.from(dataKey));
      } catch (error) {
        throw asBusy(error);
      }
      if (!isBytes(wrapped, MAX_WRAPPED_BYTES)) {
        throw new HuotiError('HOST_ERROR', 'the key management service gave no wrapped key');
      }
      return { wrapped: Uint8Array.from(wrapped), masterKeyId: currentId };
    },
    async unwrap(wrapped, masterKeyId) {
      let dataKey: Uint8Array | 'unknown-key' | 'altered';
      try {
        dataKey = await service.unwrap(Uint8Array.from(wrapped), masterKeyId);
      } catch (error) {
        throw asBusy(error);
      }
      if (dataKey === 'unknown-key') {
        throw new HuotiError('INVALID_ARGUMENT', `the key management service has no key ${masterKeyId}`);
      }
      if (dataKey === 'altered') {
        throw new HuotiError('HOST_ERROR', 'a wrapped data key was altered, or is of another master key');
      }
      if (!isBytes(dataKey, MASTER_KEY_BYTES) || dataKey.length !== MASTER_KEY_BYTES) {
        throw new HuotiError('HOST_ERROR', 'the key management service gave something else than a data key');
      }
      return Uint8Array.from(dataKey);
    },
  };
}
