/** A timer that a realm's script has set and that has not run out. */
export interface RunningTimer {
  readonly kind: 'timeout' | 'interval';
  readonly delayMs: number;
  /** Where in the mini-program it was set: file, line and column. */
  readonly setAt: string;
}

/** A bare script realm: the language's own names, timers and a console, and nothing of Node or of a page. */
export interface Realm {
  /** Its global object. */
  readonly global: Record<string, unknown>;
  /** Its WebAssembly, which its own script does not see. */
  readonly wasm: typeof WebAssembly;
  /** Runs a script in it. */
  run(source: string): unknown;
  /** A file as a function of these names. */
  compile(source: string, names: readonly string[], fileName: string): (...values: unknown[]) => unknown;
  /**
   * A value of the host as the realm's own: objects and buffers are copied, functions wrapped, promises followed. What belongs to
   * the realm already, and what was made with {@link asItIs}, passes untouched.
   */
  expose(value: unknown): unknown;
  /** JSON text as the realm's own objects. */
  parse(text: string): unknown;
  /** An error of the realm. */
  error(message: string): unknown;
  /** A promise of the realm's current `Promise`. */
  promise(executor: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void): unknown;
  /** An empty buffer of the realm. */
  buffer(byteLength: number): ArrayBuffer;
  /** An object whose reads are told. */
  watch(target: object, note: (name: string) => void): unknown;
  /** An object of the realm that is asked for every member. */
  proxy(
    target: object,
    handler: {
      get(object: object, name: string | symbol): unknown;
      has(object: object, name: string | symbol): boolean;
    },
  ): object;
  /** Calls a function of the realm from outside: what it throws is recorded, as the platform does, and not passed on. */
  call(work: unknown, self: unknown, ...values: unknown[]): unknown;
  /** Timers that still run. */
  timers(): readonly RunningTimer[];
  /** Ends its timers and lets nothing be called any more. */
  close(): void;
}
