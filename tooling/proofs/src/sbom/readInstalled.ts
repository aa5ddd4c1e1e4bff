import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InstalledPackage } from './InstalledPackage.js';

interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function licenceOf({ license, licenses }: PackageJson): string | null {
  if (typeof license === 'string') return license;
  const types = (license ? [license] : (licenses ?? [])).flatMap(({ type }) =>
    type === undefined ? [] : [type],
  );
  return types.length === 0 ? null : types.length === 1 ? (types[0] ?? null) : `(${types.join(' OR ')})`;
}

/**
 * @param folder of a package.json with a name and a version
 * @throws TypeError where there is none
 */
export function readInstalled(folder: string): InstalledPackage {
  const real = realpathSync(folder);
  const json = JSON.parse(readFileSync(join(real, 'package.json'), 'utf8')) as PackageJson;
  const { name, version, dependencies = {}, optionalDependencies = {} } = json;
  if (name === undefined || version === undefined)
    throw new TypeError(`${real} is no package: no name or version`);
  const mayUse = Object.keys(optionalDependencies);
  return {
    name,
    version,
    licence: licenceOf(json),
    folder: real,
    needs: Object.keys(dependencies).filter((one) => !mayUse.includes(one)),
    mayUse,
    own: !real.includes('node_modules'),
  };
}

/** The folder that a package gets when it asks for another one by name, as Node looks for it; `null` where there is none. */
export function findInstalled(from: string, name: string): string | null {
  for (let at = realpathSync(from); ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
    if (at === dirname(at)) return null;
  }
}

/** The package that a file belongs to: the nearest folder above it whose package.json has a name and a version. */
export function packageOfFile(file: string): InstalledPackage {
  for (let at = dirname(realpathSync(file)); at !== dirname(at); at = dirname(at)) {
    if (!existsSync(join(at, 'package.json'))) continue;
    const { name, version } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as PackageJson;
    if (name !== undefined && version !== undefined) return readInstalled(at);
  }
  throw new TypeError(`${file} belongs to no package`);
}
