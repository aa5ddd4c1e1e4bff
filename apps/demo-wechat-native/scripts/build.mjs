// Puts the mini-program together in dist/: its own files as they are, and the engine's packages by the adapter's command.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const command = new URL(
  '../cli/huotiMiniprogramAssets.js',
  import.meta.resolve('@huoti/adapter-wechat/miniprogram'),
);
rmSync(here('dist'), { recursive: true, force: true });
cpSync(here('miniprogram'), here('dist'), { recursive: true });
execFileSync(process.execPath, [fileURLToPath(command), '--out', here('dist')], { stdio: 'inherit' });
