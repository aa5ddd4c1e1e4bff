// The command `huoti-miniprogram-assets`: see `--help`.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { miniProgramProfiles } from '../../src/platform/miniProgramProfiles.js';
import { writePackages } from './writePackages.mjs';

const HELP = `huoti-miniprogram-assets --out DIR [--platform wechat|alipay|douyin] [--assets-only]

Writes into DIR, the root of a mini-program, what the engine needs there:
  huoti-engine/     a subpackage of yours: huoti.js, wasm and the small models
  huoti-weights-a/  a subpackage with one half of the large model, and a stub page
  huoti-weights-b/  the other half
  workers/          huotiWorker.js, for iOS
  huoti-consent/    huotiConsent.js, for a page of the main package that asks before anything is fetched
--assets-only       only the files under assets/, for a build that brings code and pages itself (Taro)

The packages @huoti/models and @huoti/adapter-wechat have to be installed. Exit code 1: a folder is over the platform's limit.
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    platform: { type: 'string', default: 'wechat' },
    'assets-only': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const { out, platform } = values;
if (values.help || out === undefined || !(platform in miniProgramProfiles)) {
  (values.help ? process.stdout : process.stderr).write(HELP);
  process.exit(values.help ? 0 : 2);
}

const { modelManifest } = await import('@huoti/models');
const sizes = await writePackages({
  out: resolve(out),
  platform,
  assetsOnly: values['assets-only'],
  files: Object.keys(modelManifest.files),
  read: (file) => readFile(fileURLToPath(import.meta.resolve(`@huoti/models/assets/${file}`))),
  code: fileURLToPath(new URL('../miniprogram', import.meta.url)),
});
const { partBytes } = miniProgramProfiles[platform].packageLimits;
let over = false;
for (const [folder, bytes] of Object.entries(sizes)) {
  over ||= bytes > partBytes;
  const note = bytes > partBytes ? `  over ${partBytes}` : '';
  process.stdout.write(`${folder.padEnd(18)}${String(bytes).padStart(9)} bytes${note}\n`);
}
if (over) process.exit(1);
