import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { distOf, ROOT } from './paths.mjs';
import { PLATFORMS } from './platforms.mjs';
import { readDeployment } from './readDeployment.mjs';

const require = createRequire(import.meta.url);

/** The adapter's built folder: the engine's files and notices, and the command that packs them. */
const ADAPTER = fileURLToPath(new URL('.', import.meta.resolve('@huoti/adapter-wechat')));

/** @param {string} name @param {string[]} args @param {Record<string, string>} [env] */
function run(name, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}\n${stderr}\n`);
  throw new Error(`${name} failed with ${String(status)}: see above`);
}

/**
 * One platform, from an empty folder: pages by Taro, then the engine's files beside them.
 *
 * @param {string} platform as Taro names it
 */
export function buildPlatform(platform) {
  // Beside, so that whoever runs the last build is not left with half of this one.
  const fresh = join(ROOT, '.cache', `build-${String(process.pid)}`, platform);
  rmSync(fresh, { recursive: true, force: true });
  run('taro', [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', platform], {
    NODE_ENV: 'production',
    DO_NOT_TRACK: '1',
    HUOTI_DEPLOYMENT_JSON: JSON.stringify(readDeployment()),
    HUOTI_BUILD_FOLDER: relative(ROOT, fresh),
  });
  // Taro ends with 0 for some of its faults.
  if (!existsSync(join(fresh, 'app.json'))) throw new Error(`taro wrote no app.json for ${platform}`);
  addEngineFiles(platform, fresh);
  gatherNotices(fresh);
  const dist = distOf(platform);
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dirname(dist), { recursive: true });
  renameSync(fresh, dist);
  rmSync(dirname(fresh), { recursive: true, force: true });
}

/** @param {string} platform @param {string} dist */
function addEngineFiles(platform, dist) {
  const packed = `${dist}-packages`;
  run('huoti-miniprogram-assets', [
    join(ADAPTER, 'cli/huotiMiniprogramAssets.js'),
    '--out',
    packed,
    '--platform',
    PLATFORMS[platform]?.kind ?? '',
    '--assets-only',
  ]);
  for (const folder of readdirSync(packed)) {
    // The small files lie beside the pages that use the engine: see src/huoti/engine/packageLayout.ts.
    const target = folder === 'huoti-engine' ? 'huoti' : folder;
    cpSync(join(packed, folder, 'assets'), join(dist, target, 'assets'), { recursive: true });
    // What `require.async` asks for to have the package.
    if (target !== 'huoti') writeFileSync(join(dist, target, 'loaded.js'), 'module.exports = true;\n');
  }
  if (platform !== 'weapp') return;
  // The worker pays on iOS, which one platform documents.
  mkdirSync(join(dist, 'workers'), { recursive: true });
  cpSync(join(ADAPTER, 'miniprogram/worker/huotiWorker.js'), join(dist, 'workers/huotiWorker.js'));
}

/** Licence notices may not be uploaded as text files: they go along as data. @param {string} dist */
function gatherNotices(dist) {
  /** @type {Record<string, string>} */
  const notices = {};
  for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!entry.endsWith('.LICENSE.txt')) continue;
    notices[entry.replace(/\.LICENSE\.txt$/, '')] = readFileSync(join(dist, entry), 'utf8');
    rmSync(join(dist, entry));
  }
  notices['huoti/sub-vendors.js'] = readFileSync(join(ADAPTER, 'miniprogram/huoti.js.LEGAL.txt'), 'utf8');
  // In the main package, which has room.
  writeFileSync(join(dist, 'licences.json'), `${JSON.stringify(notices)}\n`);
}
