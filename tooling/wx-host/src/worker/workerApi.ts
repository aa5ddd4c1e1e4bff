import type { ApiMembers, HostCore } from '../HostCore.js';
import { hiddenNamesOf } from '../realm/hiddenNamesOf.js';
import type { OpenRealmOptions } from '../realm/openRealm.js';
import { wasmGlobal } from '../wasm/wasmGlobal.js';
import { HostWorker } from './HostWorker.js';
import { rememberWorker } from './workerBehind.js';

/** `createWorker`: one at a time, its script in the folder that `app.json` names. */
export function workerApi(core: HostCore, realmOptions: OpenRealmOptions, workers: HostWorker[]): ApiMembers {
  const { config, files, facts, options, realm, row } = core;

  const createWorker = (script: unknown, given?: unknown): unknown => {
    const path = files.normal(String(script)) ?? '';
    const root = config.workersRoot;
    if (root === null || !path.startsWith(`${root}/`)) {
      throw new TypeError(`createWorker:fail ${path} is not in the workers folder of app.json`);
    }
    if (files.read(path) === null) {
      throw new TypeError(`createWorker:fail ${path} is not there: its package has not been downloaded`);
    }
    if (workers.some((one) => !one.ended)) {
      throw new TypeError('createWorker:fail only one worker can exist, call Worker.terminate first');
    }
    const wanted = (given as { useExperimentalWorker?: boolean } | undefined)?.useExperimentalWorker === true;
    const worker = new HostWorker({
      realmOptions,
      outer: realm,
      script: path,
      // Elsewhere the option is taken and has no effect.
      experimental: wanted && facts.platform === 'ios',
      // Of the package it sees its own folder only.
      read: (name) => (name.startsWith(`${root}/`) ? files.read(name) : null),
      hidden: hiddenNamesOf(row, options),
      globals: (inner) => wasmGlobal(core, inner, (name) => !name.startsWith(`${root}/`)),
    });
    workers.push(worker);
    const shown = realm.expose({
      postMessage: (message: unknown) => worker.post(message),
      onMessage: (listener: unknown) => worker.onMessage(listener),
      onProcessKilled: (listener: unknown) => worker.onProcessKilled(listener),
      terminate: () => worker.terminate(),
    }) as object;
    rememberWorker(shown, worker);
    return shown;
  };
  return { createWorker };
}
