import { posix } from 'node:path';
import type { Realm } from '../realm/Realm.js';

/** What {@link loadModules} takes. */
export interface LoadModulesOptions {
  realm: Realm;
  /** A file of the package; `null` where it is not there. */
  read(path: string): Buffer | null;
  /** Names that a file sees as undefined. */
  hidden: readonly string[];
  /** Fetches the part in which a path lies, for `require.async`. */
  fetch?(path: string): Promise<boolean>;
}

/** The module system of a realm. */
export interface Modules {
  /** Runs a file, once, and answers its exports. */
  load(path: string): unknown;
}

interface Module {
  exports: unknown;
}

/** CommonJS inside the package and nowhere else: relative, from the root, or out of a `miniprogram_npm` folder. */
export function loadModules({ realm, read, hidden, fetch }: LoadModulesOptions): Modules {
  const known = new Map<string, Module>();

  const missing = (path: string, request: string): TypeError =>
    new TypeError(`module '${path}' is not defined, require args is '${request}'`);

  const resolve = (from: string, request: string): string => {
    const named = (path: string): string => (path.endsWith('.js') ? path : `${path}.js`);
    if (request.startsWith('/')) return named(posix.normalize(request.slice(1)));
    const folder = posix.dirname(from);
    if (request.startsWith('.')) return named(posix.normalize(posix.join(folder, request)));
    for (let at = folder; ; at = posix.dirname(at)) {
      const base = posix.join(at, 'miniprogram_npm', request);
      for (const path of [`${base}/index.js`, named(base)]) if (read(path)) return path;
      if (at === '.') break;
    }
    return named(posix.join(folder, request));
  };

  const requireFrom = (from: string): unknown => {
    const require = (request: unknown): unknown => {
      const path = resolve(from, String(request));
      return load(path, String(request));
    };
    const own = realm.expose(require) as Record<string, unknown>;
    if (fetch) {
      own['async'] = realm.expose((request: unknown) => {
        const path = resolve(from, String(request));
        return realm.promise((done, fail) => {
          void fetch(path).then(() => {
            try {
              done(load(path, String(request)));
            } catch (thrown) {
              fail(realm.expose(thrown));
            }
          });
        });
      });
    }
    return own;
  };

  const load = (path: string, request = path): unknown => {
    const before = known.get(path);
    if (before) return before.exports;
    const source = path.startsWith('..') ? null : read(path);
    if (source === null) throw missing(path, request);
    const module = realm.expose({ exports: {} }) as Module;
    known.set(path, module);
    const names = ['require', 'module', 'exports', ...hidden];
    try {
      realm.compile(source.toString('utf8'), names, path)(requireFrom(path), module, module.exports);
    } catch (thrown) {
      known.delete(path);
      throw thrown;
    }
    return module.exports;
  };
  return { load };
}
