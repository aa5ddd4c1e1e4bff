import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { compileFunction } from 'node:vm';

/** Compiled once each: every test makes hosts of its own. */
const scripts = new Map<string, string>();

function scriptOf(path: string): string {
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  scripts.set(path, outputText);
  return outputText;
}

/** What a module exports. */
type Exports = Record<string, unknown>;

/**
 * Runs an ArkTS file that has no component in it, and those that it imports, as what it then is: TypeScript. What comes from the
 * system (`@kit.*`) is handed over.
 *
 * @example loadArkTs('/.../HuotiBridge.ets', { '@kit.ArkTS': { util, url } })
 */
export function loadArkTs(
  path: string,
  kits: Readonly<Record<string, Exports>>,
  loaded = new Map<string, Exports>(),
): Exports {
  const known = loaded.get(path);
  if (known) return known;
  const exports: Exports = {};
  loaded.set(path, exports);
  const load = (name: string): Exports => {
    const kit = kits[name];
    return kit ?? loadArkTs(join(dirname(path), `${name}.ets`), kits, loaded);
  };
  compileFunction(scriptOf(path), ['exports', 'require'], { filename: path })(exports, load);
  return exports;
}
