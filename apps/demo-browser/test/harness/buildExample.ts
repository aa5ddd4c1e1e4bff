import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../..', import.meta.url));

/** Code out of a document, made into a page. */
export interface BuiltExample {
  /** Inside of the app, so that the workspace's packages are found; outside version control. */
  readonly folder: string;
  /** The built page, with models, wasm and worker under `huoti/`. */
  readonly root: string;
  /** What the compiler says of it under the strict settings of this repository; empty where it has nothing to say. */
  typeFaults(): string;
  remove(): void;
}

/** The first block of a language in a document of this repository. */
export function codeBlock(document: string, language: string): string {
  const path = fileURLToPath(new URL(`../../../../${document}`, import.meta.url));
  const [, code] =
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(path, 'utf8')) ?? [];
  if (code === undefined) throw new TypeError(`${document} has no block of ${language}`);
  return code;
}

/** @param name of its folder */
export function buildExample(name: string, code: string): BuiltExample {
  if (!existsSync(join(APP, 'dist', 'huoti'))) throw new TypeError('build the demo first: npm run build');
  const folder = join(APP, 'node_modules', '.cache', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'example.ts');
  writeFileSync(file, code);
  writeFileSync(
    join(folder, 'index.html'),
    '<link rel="icon" href="data:,"><script type="module" src="./example.ts"></script>',
  );
  const vite = join(APP, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', folder, '--logLevel', 'error'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0) throw new TypeError(`the example does not build: ${built.stderr}`);
  // What the document says to serve under /huoti/.
  const root = join(folder, 'dist');
  spawnSync('cp', ['-r', join(APP, 'dist', 'huoti'), join(root, 'huoti')]);
  return {
    folder,
    root,
    typeFaults() {
      const config = join(folder, 'tsconfig.json');
      writeFileSync(
        config,
        JSON.stringify({
          extends: join(APP, 'tsconfig.json'),
          compilerOptions: { composite: false, noEmit: true, rootDir: '/', types: [] },
          include: [file],
          exclude: [],
          references: [],
        }),
      );
      const tsc = join(APP, 'node_modules', 'typescript', 'bin', 'tsc');
      return spawnSync(process.execPath, [tsc, '--noEmit', '-p', config], { encoding: 'utf8' }).stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
