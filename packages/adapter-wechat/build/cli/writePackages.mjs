// Writes the folders of a mini-program that the engine needs: weights and wasm packed as `layOutPackages` says, the code, the
// worker, and the stub pages without which a subpackage is none.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { layOutPackages } from '../../src/engine/layOutPackages.js';
import { PROBE_FILES } from '../../src/engine/probeFiles.js';
import { miniProgramProfiles } from '../../src/platform/miniProgramProfiles.js';
import { probeModules } from '../../src/wasm/probeModules.js';

/** The page's four files on each platform; a subpackage needs one page, and nobody opens this one. */
const STUB_PAGES = {
  wechat: { 'index.wxml': '<view></view>\n' },
  alipay: { 'index.axml': '<view></view>\n' },
  douyin: { 'index.ttml': '<view></view>\n' },
};

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

const pack = {
  brotli,
  base64: (bytes) => Buffer.from(JSON.stringify({ data: bytes.toString('base64') })),
  none: (bytes) => bytes,
};

/** @returns {Buffer[]} as many pieces, of equal length but the last */
function cut(bytes, count) {
  const length = Math.ceil(bytes.length / count);
  return Array.from({ length: count }, (_unused, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

/**
 * @param {object} options
 * @param {string} options.out the mini-program's root
 * @param {'wechat' | 'alipay' | 'douyin'} options.platform
 * @param {boolean} options.assetsOnly leaves code and stub pages out, for a build that has its own
 * @param {readonly string[]} options.files names in the manifest
 * @param {(file: string) => Promise<Buffer>} options.read
 * @param {string} options.code folder with huoti.js, huotiConsent.js and worker/huotiWorker.js
 * @returns {Promise<Record<string, number>>} bytes that were written, by folder
 */
export async function writePackages({ out, platform, assetsOnly, files, read, code }) {
  const sizes = {};
  const write = (path, bytes) => {
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    const [folder] = path.replace(/^\//, '').split('/');
    sizes[folder] = (sizes[folder] ?? 0) + bytes.length;
  };
  const layout = layOutPackages({ files, profile: miniProgramProfiles[platform] });
  const probes = {
    [PROBE_FILES.plain]: Buffer.from(probeModules.plain),
    [PROBE_FILES.simd]: Buffer.from(probeModules.simd),
  };
  for (const [file, { parts, packing }] of Object.entries(layout.files)) {
    const bytes = probes[file] ?? (await read(file));
    cut(bytes, parts.length).forEach((piece, index) => write(parts[index], pack[packing](piece)));
  }
  if (assetsOnly) return sizes;
  for (const root of ['huoti-weights-a', 'huoti-weights-b']) {
    for (const [name, text] of Object.entries(STUB_PAGES[platform])) {
      write(`/${root}/stub/${name}`, Buffer.from(text));
    }
    write(`/${root}/stub/index.js`, Buffer.from('Page({});\n'));
    write(`/${root}/stub/index.json`, Buffer.from('{}\n'));
    write(`/${root}/loaded.js`, Buffer.from('module.exports = true;\n'));
  }
  // For the main package: people are asked before the engine's package is fetched.
  write('/huoti-consent/huotiConsent.js', readFileSync(join(code, 'huotiConsent.js')));
  write('/huoti-engine/huoti.js', readFileSync(join(code, 'huoti.js')));
  write(`/${layout.workerScript}`, readFileSync(join(code, 'worker/huotiWorker.js')));
  return sizes;
}
