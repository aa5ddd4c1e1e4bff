import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppConfig, AppPart } from './AppConfig.js';

interface RawPart {
  root: string;
  name?: string;
  pages?: string[];
  independent?: boolean;
}

interface RawConfig {
  pages?: string[];
  subPackages?: RawPart[];
  subpackages?: RawPart[];
  preloadRule?: Record<string, { network?: 'all' | 'wifi'; packages?: string[] }>;
  workers?: string | { path: string; isSubpackage?: boolean };
  usingComponents?: Record<string, string>;
}

/** Folder names are compared without slashes around them. */
const bare = (path: string): string => path.replace(/^\.?\/+|\/+$/g, '');

/**
 * Reads the `app.json` of a built folder.
 *
 * @throws TypeError where there is none, or it names no page
 */
export function readAppConfig(directory: string): AppConfig {
  let text: string;
  try {
    text = readFileSync(join(directory, 'app.json'), 'utf8');
  } catch {
    throw new TypeError(`${directory} holds no app.json: give the folder of a built mini-program`);
  }
  const raw = JSON.parse(text) as RawConfig;
  const rawParts = raw.subPackages ?? raw.subpackages ?? [];
  const pages = [
    ...(raw.pages ?? []).map(bare),
    ...rawParts.flatMap(({ root, pages: own = [] }) => own.map((page) => `${bare(root)}/${bare(page)}`)),
  ];
  if (pages.length === 0) throw new TypeError(`${directory}/app.json names no page`);
  const workers = typeof raw.workers === 'string' ? { path: raw.workers } : raw.workers;
  const parts: AppPart[] = rawParts.map(({ root, name, independent }) => ({
    root: bare(root),
    name: name ?? bare(root),
    independent: independent === true,
    workers: false,
  }));
  if (workers?.isSubpackage === true) {
    parts.push({ root: bare(workers.path), name: '__WORKERS__', independent: false, workers: true });
  }
  const preload = Object.entries(raw.preloadRule ?? {}).map(
    ([route, { network = 'wifi', packages = [] }]) => [bare(route), { network, parts: packages }] as const,
  );
  return {
    pages,
    parts,
    preload: Object.fromEntries(preload),
    workersRoot: workers ? bare(workers.path) : null,
    usingComponents: raw.usingComponents ?? {},
    raw: raw as Readonly<Record<string, unknown>>,
  };
}
