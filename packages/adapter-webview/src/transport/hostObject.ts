import { HuotiError } from '@huoti/protocol';

/** A member of what a host put on the page, where it is there and callable. */
export function hostFunction(
  target: object,
  path: readonly string[],
): ((...args: readonly unknown[]) => unknown) | null {
  let owner: unknown = null;
  let value: unknown = target;
  for (const name of path) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return null;
    owner = value;
    value = (value as Record<string, unknown>)[name];
  }
  if (typeof value !== 'function') return null;
  const found = value;
  // Hosts' objects want to be called on themselves.
  return (...args) => Reflect.apply(found, owner, args) as unknown;
}

/**
 * Calls what a host put on the page.
 *
 * @throws HuotiError BRIDGE_UNAVAILABLE where it is not there, or threw
 */
export function callHost(target: object, path: readonly string[], ...args: readonly unknown[]): unknown {
  const call = hostFunction(target, path);
  if (call === null) {
    throw new HuotiError(
      'BRIDGE_UNAVAILABLE',
      `the app put no ${path.join('.')} on this page: start it again`,
      {
        retryable: true,
      },
    );
  }
  try {
    return call(...args);
  } catch (error) {
    throw new HuotiError('BRIDGE_UNAVAILABLE', `the app's ${path.join('.')} threw: start it again`, {
      cause: error,
      retryable: true,
    });
  }
}
