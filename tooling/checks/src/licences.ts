/** Licences that let an integrator ship our packages inside a closed product without further duties than notices. */
const PERMISSIVE = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Zlib', 'Python-2.0'],
]);

/** Packages under another licence that we ship with all the same, each with its reason. */
const EXCEPTIONS: readonly { readonly name: RegExp; readonly licence: string; readonly reason: string }[] = [
  {
    name: /^@img\/sharp-(libvips-[\w-]+|wasm32|win32-\w+)$/,
    licence: 'LGPL-3.0-or-later',
    reason:
      'libvips under sharp: a shared library of its own that can be replaced, in Node only, never in a page',
  },
];

function isPermissive(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  const either = bare.split(' OR ');
  if (either.length > 1) return either.some(isPermissive);
  const all = bare.split(' AND ');
  return all.length > 1 ? all.every(isPermissive) : PERMISSIVE.has(bare);
}

/** As `pnpm licenses list --json` prints it: packages under each licence. */
export type LicenceList = Readonly<Record<string, readonly { readonly name: string }[]>>;

/** Dependencies of what we publish whose licence is not permissive, unknown ones included. */
export function unfitLicences(list: LicenceList): string[] {
  return Object.entries(list).flatMap(([licence, packages]) => {
    if (isPermissive(licence)) return [];
    return packages
      .filter(
        ({ name }) =>
          !EXCEPTIONS.some(
            (one) =>
              one.name.test(name) &&
              licence.split(' AND ').every((part) => part === one.licence || isPermissive(part)),
          ),
      )
      .map(
        ({ name }) => `${name} is under ${licence}: published packages depend on permissive licences only`,
      );
  });
}
