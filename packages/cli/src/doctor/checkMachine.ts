import { simd } from 'wasm-feature-detect';
import { FFMPEG_FIX, findProgram } from '../media/findFfmpeg.js';
import { checkEngine } from './checkEngine.js';
import { checkModels } from './checkModels.js';
import { checkService } from './checkService.js';
import type { Check } from './Check.js';

const LEAST_NODE_MAJOR = 20;

function checkNode(): Check {
  const ok = Number(process.versions.node.split('.')[0]) >= LEAST_NODE_MAJOR;
  const fix = ok ? '' : `install Node.js ${LEAST_NODE_MAJOR} or newer`;
  return { name: 'node', ok, found: process.versions.node, fix };
}

async function checkWasm(): Promise<Check> {
  const ok = 'WebAssembly' in globalThis;
  const found = ok ? ((await simd()) ? 'with SIMD' : 'without SIMD: slower') : 'missing';
  return { name: 'wasm', ok, found, fix: ok ? '' : 'run Node.js without --jitless' };
}

async function checkFfmpeg(): Promise<Check> {
  const path = await findProgram('ffmpeg');
  const found = path ?? 'not on the PATH: .mp4, .webm, .mov and .gif can not be read';
  return { name: 'ffmpeg', ok: path !== null, found, fix: path === null ? FFMPEG_FIX : '' };
}

/** Looks at everything that the command line needs. Never throws for what is missing: that is a check that failed. */
export async function checkMachine(signal: AbortSignal): Promise<readonly Check[]> {
  return [
    checkNode(),
    await checkWasm(),
    await checkModels(signal),
    await checkEngine(signal),
    await checkFfmpeg(),
    await checkService(),
  ];
}
