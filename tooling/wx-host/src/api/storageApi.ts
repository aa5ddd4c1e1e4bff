import type { ApiMembers, HostCore } from '../HostCore.js';
import { CallFailure } from './CallFailure.js';

type Given = Readonly<Record<string, unknown>> & { readonly key?: string; readonly data?: unknown };

/** The storage: kept as JSON, every write recorded. */
export function storageApi({ answering, record, realm }: HostCore): ApiMembers {
  const kept = new Map<string, string>();

  const set = (api: string, key: unknown, data: unknown): void => {
    const text = JSON.stringify(data ?? null);
    record.storageWrites.push({ api, place: String(key), data: JSON.parse(text) as unknown });
    kept.set(String(key), text);
  };
  const get = (key: unknown): unknown => {
    const text = kept.get(String(key));
    return text === undefined ? undefined : realm.parse(text);
  };
  return {
    setStorage: (given: Given) =>
      answering.answer('setStorage', given, () => {
        set('setStorage', given.key, given.data);
        return {};
      }),
    setStorageSync: (key: string, data: unknown) => set('setStorageSync', key, data),
    getStorage: (given: Given) =>
      answering.answer('getStorage', given, () => {
        const data = get(given.key);
        return data === undefined ? new CallFailure('data not found') : { data };
      }),
    getStorageSync: (key: string) => get(key) ?? '',
    removeStorage: (given: Given) =>
      answering.answer('removeStorage', given, () => {
        kept.delete(String(given.key));
        return {};
      }),
    removeStorageSync: (key: string) => {
      kept.delete(key);
    },
    clearStorage: (given: Given) =>
      answering.answer('clearStorage', given, () => {
        kept.clear();
        return {};
      }),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10240 }),
  };
}
