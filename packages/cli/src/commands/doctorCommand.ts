import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { simd } from 'wasm-feature-detect';
import type { Command } from '../Command.js';
import { EXIT } from '../exitCodes.js';
import { FFMPEG_FIX, findProgram } from '../media/findFfmpeg.js';
import { parseWords } from '../parseWords.js';

const USAGE = 'doctor [--json]';
const LEAST_NODE_MAJOR = 20;

/** One thing the machine needs. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** The line that mends it; empty where nothing is to mend. */
  readonly fix: string;
}

async function checkModels(signal: AbortSignal): Promise<Check> {
  const assets = createNodeAssetLoader();
  const names = Object.keys(modelManifest.files);
  for (const name of names) {
    const expected = modelManifest.files[name];
    try {
      const bytes = await assets.load(name, { signal });
      if (expected && (await assets.sha256Hex?.(bytes)) !== expected.sha256) {
        return {
          name: 'models',
          ok: false,
          found: `${name} differs from the manifest`,
          fix: 'build them again: npm run build',
        };
      }
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      return { name: 'models', ok: false, found, fix: 'build them: npm run build' };
    }
  }
  return {
    name: 'models',
    ok: true,
    found: `${names.length} files, every sha256 as in the manifest`,
    fix: '',
  };
}

async function checkAll(signal: AbortSignal): Promise<Check[]> {
  const major = Number(process.versions.node.split('.')[0]);
  const hasWasm = 'WebAssembly' in globalThis;
  const hasSimd = hasWasm && (await simd());
  const ffmpeg = await findProgram('ffmpeg');
  return [
    {
      name: 'node',
      ok: major >= LEAST_NODE_MAJOR,
      found: process.versions.node,
      fix: major >= LEAST_NODE_MAJOR ? '' : `install Node.js ${LEAST_NODE_MAJOR} or newer`,
    },
    {
      name: 'wasm',
      ok: hasWasm,
      found: hasWasm ? (hasSimd ? 'with SIMD' : 'without SIMD: slower') : 'missing',
      fix: hasWasm ? '' : 'run Node.js without --jitless',
    },
    await checkModels(signal),
    {
      name: 'ffmpeg',
      ok: ffmpeg !== null,
      found: ffmpeg ?? 'not on the PATH: .mp4, .webm, .mov and .gif can not be read',
      fix: ffmpeg ? '' : FFMPEG_FIX,
    },
  ];
}

/** `huoti doctor`: what this machine can run and what is missing. */
export const doctorCommand: Command = {
  usage: USAGE,
  summary: 'what this machine can run and what is missing, with the line that mends it',
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 0, flags: ['json'] });
    const checks = await checkAll(signal);
    const ok = checks.every((check) => check.ok);
    if (words.flag('json')) output.data(JSON.stringify({ ok, checks }));
    else {
      for (const { name, ok: fine, found, fix } of checks) {
        output.data(`${fine ? 'ok     ' : 'MISSING'}  ${name}: ${found}${fix === '' ? '' : `; ${fix}`}`);
      }
    }
    return ok ? EXIT.done : EXIT.lacking;
  },
};
