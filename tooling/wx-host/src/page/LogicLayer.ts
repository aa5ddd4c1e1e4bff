import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { HostCore } from '../HostCore.js';
import type { Modules } from '../package/loadModules.js';
import type { ComponentSource } from '../view/ComponentSource.js';
import type { Definition } from './Definition.js';
import { readComponentDefinition, readPageDefinition } from './readDefinition.js';

type Raw = Readonly<Record<string, unknown>>;

/** What the mini-program's scripts have declared: the app, its pages and its components. */
export class LogicLayer {
  /** What `App` was given, with what the platform adds. */
  app: Record<string, unknown> | null = null;
  readonly #definitions = new Map<string, Definition>();
  /** File whose script runs. */
  #running = '';

  constructor(
    private readonly core: HostCore,
    private readonly modules: Modules,
  ) {}

  /** Global functions with which scripts declare things. */
  globals(currentPages: () => unknown[]): Record<string, unknown> {
    const { realm } = this.core;
    return {
      App: (raw: Record<string, unknown>) => {
        this.app = raw;
      },
      Page: (raw: Raw) => {
        this.#definitions.set(this.#running, readPageDefinition(raw));
      },
      Component: (raw: Raw) => {
        this.#definitions.set(this.#running, readComponentDefinition(raw));
      },
      Behavior: (raw: Raw) => raw,
      getApp: () => {
        this.app ??= realm.parse('{}') as Record<string, unknown>;
        return this.app;
      },
      getCurrentPages: currentPages,
      requirePlugin: () => ({}),
      __wxConfig: this.core.config.raw,
    };
  }

  /** Runs `app.js`. */
  loadApp(): void {
    this.modules.load('app.js');
  }

  /**
   * Runs a page's or a component's script and those of the components it uses.
   *
   * @throws what the script throws; TypeError where it declares nothing
   */
  declare(path: string): Definition {
    const known = this.#definitions.get(path);
    if (known) return known;
    const before = this.#running;
    this.#running = path;
    try {
      this.modules.load(`${path}.js`);
    } finally {
      this.#running = before;
    }
    const definition = this.#definitions.get(path);
    if (!definition) throw new TypeError(`${path}.js declares no page and no component`);
    for (const used of Object.values(this.uses(path))) this.declare(used);
    return definition;
  }

  /** Components that a page or component uses: paths without suffix, by tag. */
  uses(path: string): Record<string, string> {
    const { config } = this.core;
    const own = (this.settings(path)['usingComponents'] ?? {}) as Record<string, string>;
    const all = { ...config.usingComponents, ...own };
    const found = Object.entries(all).map(([tag, used]) => {
      const from = tag in own ? posix.dirname(path) : '';
      return [tag, this.#resolve(from, used)] as const;
    });
    // Plugins and what is written for other hosts have no file here.
    return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
  }

  /** Paths of all components that a page may use, and its own last. */
  pathsOf(path: string, seen = new Set<string>()): string[] {
    seen.add(path);
    const used = Object.values(this.uses(path)).filter((one) => !seen.has(one));
    return [...used.flatMap((one) => (seen.has(one) ? [] : this.pathsOf(one, seen))), path];
  }

  /** The `.json` beside a page or component. */
  settings(path: string): Raw {
    try {
      return JSON.parse(readFileSync(join(this.core.options.directory, `${path}.json`), 'utf8')) as Raw;
    } catch {
      return {};
    }
  }

  /** What the view has to know of a page or component; `null` where nothing was declared. */
  source(path: string): ComponentSource | null {
    const definition = this.#definitions.get(path);
    if (!definition) return null;
    return {
      path,
      data: definition.data,
      properties: definition.properties,
      methods: Object.keys(definition.methods),
      uses: this.uses(path),
      options: JSON.parse(JSON.stringify(definition.options)) as Raw,
    };
  }

  #resolve(from: string, used: string): string | null {
    const { files } = this.core;
    const candidates = used.startsWith('/')
      ? [used.slice(1)]
      : [
          posix.join(from, used),
          posix.join('miniprogram_npm', used),
          posix.join('miniprogram_npm', used, 'index'),
        ];
    return (
      candidates.map((one) => posix.normalize(one)).find((one) => files.read(`${one}.js`) !== null) ?? null
    );
  }
}
