import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, absolute, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** What version control has or is about to get, as paths from the root. */
export function repositoryFiles(root: string = ROOT): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

export interface PackageFacts {
  /** For example `@huoti/core`. */
  readonly name: string;
  /** Its folder's name. */
  readonly short: string;
  /** Absolute. */
  readonly folder: string;
  readonly isPrivate: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** What it offers, for example `.` and `./testing`; patterns such as `./assets/*` are left out. */
  readonly entryPoints: readonly string[];
}

interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly exports?: Record<string, unknown>;
}

/** The packages in one area of the repository. */
export function packagesIn(area: 'packages' | 'apps' | 'tooling', root: string = ROOT): PackageFacts[] {
  return readdirSync(join(root, area))
    .filter((short) => existsSync(join(root, area, short, 'package.json')))
    .map((short) => {
      const folder = join(root, area, short);
      const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
      return {
        name: json.name,
        short,
        folder,
        isPrivate: json.private === true,
        dependencies: json.dependencies ?? {},
        peerDependencies: json.peerDependencies ?? {},
        entryPoints: Object.keys(json.exports ?? {}).filter((entry) => !entry.includes('*')),
      };
    });
}

/** The packages that others install. */
export function publishedPackages(root: string = ROOT): PackageFacts[] {
  return packagesIn('packages', root).filter(({ isPrivate }) => !isPrivate);
}

/** Every file under a folder whose name passes, absolute. An absent folder has none. */
export function filesUnder(folder: string, accept: (name: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesUnder(path, accept);
    return accept(entry.name) ? [path] : [];
  });
}
