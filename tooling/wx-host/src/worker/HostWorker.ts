import { setTimeout } from 'node:timers';
import { loadModules } from '../package/loadModules.js';
import { openRealm } from '../realm/openRealm.js';
import type { OpenRealmOptions } from '../realm/openRealm.js';
import type { Realm, RunningTimer } from '../realm/Realm.js';
import { copyInto } from './copyInto.js';

/** What {@link HostWorker} takes. */
export interface HostWorkerOptions {
  realmOptions: OpenRealmOptions;
  /** The realm that made it. */
  outer: Realm;
  script: string;
  experimental: boolean;
  read(path: string): Buffer | null;
  hidden: readonly string[];
  /** Global names beside `worker`: the platform's WebAssembly. */
  globals(realm: Realm): Readonly<Record<string, unknown>>;
}

/** A worker: a second bare realm. Messages are copied and come in a task of their own. */
export class HostWorker {
  readonly experimental: boolean;
  readonly script: string;
  /** Messages it was sent. */
  sentCount = 0;
  readonly #realm: Realm;
  readonly #inside: unknown[] = [];
  readonly #outside: unknown[] = [];
  #killed: unknown[] = [];
  #frame: { width: number; height: number; data: Uint8Array } | null = null;
  #ended = false;

  constructor(private readonly options: HostWorkerOptions) {
    this.experimental = options.experimental;
    this.script = options.script;
    const realm = (this.#realm = openRealm(options.realmOptions));
    const worker: Record<string, unknown> = {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      onMessage: (listener: unknown) => this.#inside.push(listener) && undefined,
      postMessage: (message: unknown) => this.#pass(options.outer, this.#outside, message),
    };
    if (options.experimental) worker['getCameraFrameData'] = () => this.#takeFrame();
    Object.assign(realm.global, realm.expose({ worker, ...options.globals(realm) }));
    loadModules({ realm, read: options.read, hidden: options.hidden }).load(options.script);
  }

  get ended(): boolean {
    return this.#ended;
  }

  timers(): readonly RunningTimer[] {
    return this.#realm.timers();
  }

  post(message: unknown): void {
    this.sentCount += 1;
    this.#pass(this.#realm, this.#inside, message);
  }

  onMessage(listener: unknown): void {
    this.#outside.push(listener);
  }

  onProcessKilled(listener: unknown): void {
    this.#killed.push(listener);
  }

  /** A picture of the camera, for `worker.getCameraFrameData()`. */
  takeFrame(width: number, height: number, data: Uint8Array): void {
    this.#frame = { width, height, data };
  }

  terminate(): void {
    this.#ended = true;
    this.#frame = null;
    this.#realm.close();
  }

  /** The system ends it, as iOS does with an experimental worker. */
  kill(): void {
    if (this.#ended) return;
    this.terminate();
    for (const listener of this.#killed) this.options.outer.call(listener, undefined);
  }

  #takeFrame(): unknown {
    const frame = this.#frame;
    if (frame === null) return null;
    return { width: frame.width, height: frame.height, data: frame.data };
  }

  #pass(into: Realm, listeners: readonly unknown[], message: unknown): void {
    if (this.#ended) return;
    const copy = copyInto(into, message);
    setTimeout(() => {
      if (this.#ended) return;
      for (const listener of listeners) into.call(listener, undefined, copy);
    }, 0);
  }
}
