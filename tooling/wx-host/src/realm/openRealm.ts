import vm from 'node:vm';
import { exposeWith, type RealmTools } from './exposeWith.js';
import { oldEngineScript } from './oldEngineScript.js';
import type { Realm } from './Realm.js';
import { RealmTimers } from './RealmTimers.js';
import { realmScript } from './realmScript.js';
import { taskPromise } from './taskPromise.js';

/** What {@link openRealm} takes. */
export interface OpenRealmOptions {
  /** `timeout`: the realm's `Promise` runs its callbacks as timers. */
  promise: 'native' | 'timeout';
  /** `old`: without what came into the language after 2018. */
  engine: 'new' | 'old';
  /** Takes a line of the console. */
  log(level: string, values: readonly unknown[]): void;
  /** Takes what a callback threw. */
  fail(thrown: unknown): void;
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'group', 'groupEnd'];

/** Opens a bare realm: no code from strings, no WebAssembly, no shared memory, nothing of Node or of a page. */
export function openRealm({ promise, engine, log, fail }: OpenRealmOptions): Realm {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const run = (source: string): unknown => vm.runInContext(source, context, { filename: 'realm.js' });
  const tools = run(realmScript) as RealmTools;
  const global = run('globalThis') as Record<string, unknown>;
  const expose = exposeWith(tools);
  let open = true;
  const call = (work: unknown, self: unknown, ...values: unknown[]): unknown => {
    if (!open || typeof work !== 'function') return undefined;
    try {
      const result: unknown = Reflect.apply(work, self, values.map(expose));
      // An asynchronous callback that fails is told like one that throws; the platform goes on.
      if (isThenable(result)) result.then(undefined, fail);
      return result;
    } catch (thrown) {
      fail(thrown);
      return undefined;
    }
  };
  const timers = new RealmTimers((work, values) => call(work, undefined, ...values));
  Object.assign(global, expose({ ...timers.functions(), console: consoleOf(log) }));
  global['global'] = global;
  if (promise === 'timeout') run(taskPromise);
  if (engine === 'old') run(oldEngineScript);
  return {
    global,
    wasm: tools.wasm,
    run,
    compile: (source, names, fileName) => {
      const compiled = vm.compileFunction(source, [...names], {
        parsingContext: context,
        filename: fileName,
      });
      return compiled as (...values: unknown[]) => unknown;
    },
    expose,
    parse: (text) => tools.parse(text),
    error: (message) => tools.error(message),
    promise: (executor) => tools.promise(executor),
    buffer: (byteLength) => tools.buffer(byteLength),
    watch: (target, note) => tools.watch(target, note),
    proxy: (target, handler) => tools.proxy(target, handler),
    call,
    timers: () => timers.list(),
    close() {
      open = false;
      timers.close();
    },
  };
}

function consoleOf(log: OpenRealmOptions['log']): Record<string, (...values: unknown[]) => void> {
  return Object.fromEntries(LEVELS.map((level) => [level, (...values: unknown[]) => log(level, values)]));
}

interface Thenable {
  then(done: undefined, fail: (reason: unknown) => void): unknown;
}

function isThenable(value: unknown): value is Thenable {
  return (
    typeof value === 'object' && value !== null && typeof (value as Partial<Thenable>).then === 'function'
  );
}
