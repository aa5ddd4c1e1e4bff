import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { AppConfig, AppPart } from './AppConfig.js';

/** What {@link PackageFiles} takes. */
export interface PackageFilesOptions {
  directory: string;
  config: AppConfig;
  /** How long a part takes to arrive, in ms. */
  delayMs(): number;
  /** Does something after a time, unless the host has been closed. */
  later(work: () => void, delayMs: number): void;
  /** Whether a part fails to arrive. */
  fails(part: string): boolean;
}

const MAIN: AppPart = { root: '', name: '__APP__', independent: false, workers: false };

/**
 * The files of a mini-program as they are on a phone: those of the main package from the start, those of a part from the moment it
 * has been fetched.
 */
export class PackageFiles {
  readonly #here = new Set<string>(['']);
  readonly #coming = new Map<string, Promise<boolean>>();

  constructor(private readonly options: PackageFilesOptions) {}

  /** Roots of the parts that have been fetched; `''` is the main package. */
  get fetched(): readonly string[] {
    return [...this.#here];
  }

  /** The part that a path lies in. */
  partOf(path: string): AppPart {
    const inside = (part: AppPart): boolean => path.startsWith(`${part.root}/`);
    return this.options.config.parts.find(inside) ?? MAIN;
  }

  /** A part by its root or name. */
  partNamed(name: string): AppPart | undefined {
    const bare = name.replace(/^\/+|\/+$/g, '');
    if (bare === MAIN.name) return MAIN;
    return this.options.config.parts.find((part) => part.root === bare || part.name === name);
  }

  has(part: AppPart): boolean {
    return this.#here.has(part.root);
  }

  /** Fetches a part: resolves to whether it is there. */
  fetch(part: AppPart): Promise<boolean> {
    if (this.has(part)) return Promise.resolve(true);
    const coming = this.#coming.get(part.root);
    if (coming) return coming;
    const started = new Promise<boolean>((resolve) => {
      this.options.later(() => {
        this.#coming.delete(part.root);
        const arrived = !this.options.fails(part.root);
        if (arrived) this.#here.add(part.root);
        resolve(arrived);
      }, this.options.delayMs());
    });
    this.#coming.set(part.root, started);
    return started;
  }

  /** The path inside the package that a script names; `null` for what lies outside. */
  normal(path: string): string | null {
    if (/^[a-z]+:/i.test(path)) return null;
    const normal = posix.normalize(path.replace(/^\/+/, ''));
    return normal.startsWith('..') || normal === '.' ? null : normal;
  }

  /** A file's bytes; `null` where it is not in the package, or its part has not been fetched. */
  read(path: string): Buffer | null {
    const normal = this.normal(path);
    if (normal === null || !this.has(this.partOf(normal))) return null;
    const file = join(this.options.directory, normal);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
  }
}
