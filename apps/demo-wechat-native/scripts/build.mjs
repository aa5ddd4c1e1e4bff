// Puts the mini-program together in dist/: its own files as they are, and the engine's packages by the adapter's command.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const command = new URL(
  '../cli/huotiMiniprogramAssets.js',
  import.meta.resolve('@huoti/adapter-wechat/miniprogram'),
);
rmSync(here('dist'), { recursive: true, force: true });
cpSync(here('miniprogram'), here('dist'), { recursive: true });
execFileSync(process.execPath, [fileURLToPath(command), '--out', here('dist')], { stdio: 'inherit' });

const { subPackages, workers } = JSON.parse(readFileSync(here('dist/app.json'), 'utf8'));
const apart = [...subPackages.map(({ root }) => root), workers.path];
const main = readdirSync(here('dist'), { recursive: true })
  .filter((path) => !apart.includes(path.split(/[\\/]/)[0]))
  .map((path) => statSync(join(here('dist'), path)))
  .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
process.stdout.write(`${'main package'.padEnd(18)}${String(main).padStart(9)} bytes\n`);
