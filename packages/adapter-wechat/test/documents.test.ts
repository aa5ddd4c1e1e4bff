import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { miniProgramProfiles } from '../src/platform/miniProgramProfiles.js';
import type { MiniProgramProfile } from '../src/platform/MiniProgramProfile.js';

const GUIDE = fileURLToPath(new URL('../../../docs/wechat.md', import.meta.url));
const MB = 1024 * 1024;

const code = (name: string | null): string => (name === null ? 'none' : `\`${name}\``);
const yes = (there: boolean): string => (there ? 'yes' : 'no');

/** Every property of a profile but its name, in the guide's words. */
const ROWS: Readonly<
  Record<Exclude<keyof MiniProgramProfile, 'kind'>, [string, (p: MiniProgramProfile) => string]>
> = {
  apiGlobal: ['its object', ({ apiGlobal }) => code(apiGlobal)],
  wasmGlobal: ['WebAssembly documented for pages', ({ wasmGlobal }) => code(wasmGlobal)],
  cameraReadyEvent: ['ready event of `<camera>`', ({ cameraReadyEvent }) => code(cameraReadyEvent)],
  cameraContextNeedsId: ["`createCameraContext` needs the element's id", (p) => yes(p.cameraContextNeedsId)],
  cameraScope: ['the camera in the settings', ({ cameraScope }) => code(cameraScope)],
  readsBrotli: ['models as brotli', ({ readsBrotli }) => yes(readsBrotli)],
  packageLimits: [
    'main, each subpackage, all, MB',
    ({ packageLimits: { mainBytes, partBytes, totalBytes } }) =>
      [mainBytes, partBytes, totalBytes].map((bytes) => bytes / MB).join(', '),
  ],
  hasNativeVerification: ['verification of its own (`native`)', (p) => yes(p.hasNativeVerification)],
};

/** Cells of each row between two marks of a document; the line under the heads is left out. */
function tableAt(document: string, mark: string): string[][] {
  const [, table = ''] = document.split(new RegExp(`<!-- /?${mark} -->`));
  return table
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

it('the table of differences in the guide is what the platforms’ profiles say', () => {
  const { wechat, alipay, douyin } = miniProgramProfiles;
  const profiles = [wechat, alipay, douyin];
  expect(tableAt(readFileSync(GUIDE, 'utf8'), 'profiles')).toEqual([
    ['', 'WeChat', 'Alipay', 'Douyin'],
    ...Object.values(ROWS).map(([name, say]) => [name, ...profiles.map(say)]),
  ]);
});
