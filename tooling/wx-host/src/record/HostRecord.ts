/** A call of the platform's object. */
export interface ApiCall {
  readonly name: string;
  /** What it was given, as it was given. */
  readonly values: readonly unknown[];
}

/** Something that left the device, or tried to. */
export interface NetworkCall {
  readonly api: string;
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data: unknown;
}

/** Something that was written: a file, or a key of the storage. */
export interface WriteCall {
  readonly api: string;
  /** A path or a key. */
  readonly place: string;
  readonly data: unknown;
}

/** Everything that the mini-program did that a test may want to see. It grows only. */
export class HostRecord {
  readonly calls: ApiCall[] = [];
  /** Requests, uploads, downloads and sockets. */
  readonly network: NetworkCall[] = [];
  readonly fileWrites: WriteCall[] = [];
  readonly storageWrites: WriteCall[] = [];
  /** Facts about the device that were read, each once: `getDeviceInfo.platform`. */
  readonly factsRead = new Set<string>();
  readonly console: { readonly level: string; readonly values: readonly unknown[] }[] = [];
  /** What the view layer says: its compiler's advice, templates that are missing. */
  readonly viewConsole: string[] = [];
  /** What callbacks of the mini-program threw. */
  readonly errors: unknown[] = [];
  /** Members of the platform's object that were read and are not emulated. */
  readonly missing = new Set<string>();
  /** Brightness that was set, 0 to 1, in order. */
  readonly brightness: number[] = [];
  readonly keepScreenOn: boolean[] = [];
  readonly vibrations: string[] = [];
  /** Toasts, modals and the like. */
  readonly shown: { readonly api: string; readonly options: unknown }[] = [];

  /** The console as lines of text. */
  consoleText(): string {
    return this.console.map(({ level, values }) => `${level}: ${values.map(String).join(' ')}`).join('\n');
  }
}
