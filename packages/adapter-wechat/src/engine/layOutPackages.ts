import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { PackageFile, PackageLayout } from './PackageLayout.js';
import { PROBE_FILES } from './probeFiles.js';

/** What {@link layOutPackages} takes. */
export interface PackageLayoutOptions {
  /** Names of the files that are in the packages: all of the manifest. */
  files: readonly string[];
  /** Of the platform: whether package files may be brotli. */
  profile: Pick<MiniProgramProfile, 'readsBrotli'>;
  /** Folder of the engine's subpackage. @default 'huoti-engine' */
  engineRoot?: string;
  /** Folders of the two weight subpackages. @default ['huoti-weights-a', 'huoti-weights-b'] */
  weightRoots?: readonly [string, string];
  /** Folder of the workers. @default 'workers' */
  workersRoot?: string;
}

/** The one file too large for a subpackage beside others: 2.09 MB as brotli 11, where 2 MB are allowed. */
const SPLIT_FILE = 'face-attention.bin';

/**
 * Where every file of the engine lies: the small ones in the engine's subpackage, the largest in two parts in two subpackages of
 * their own, so that each package stays under 2 MB with room to spare.
 *
 * @example layOutPackages({ files: Object.keys(modelManifest.files), profile: { readsBrotli: true } })
 */
export function layOutPackages({
  files,
  profile: { readsBrotli },
  engineRoot = 'huoti-engine',
  weightRoots = ['huoti-weights-a', 'huoti-weights-b'],
  workersRoot = 'workers',
}: PackageLayoutOptions): PackageLayout {
  const places: Record<string, PackageFile> = {};
  for (const file of files) {
    const packing = readsBrotli ? 'brotli' : file.endsWith('.bin') ? 'base64' : 'none';
    const ending = { brotli: '.br', base64: '.json', none: '' }[packing];
    // Unpacked, the engine's subpackage is full with the wasm files.
    const root = packing === 'base64' ? weightRoots[1] : engineRoot;
    places[file] = {
      packing,
      parts:
        file === SPLIT_FILE
          ? weightRoots.map((folder, index) => `/${folder}/assets/${file}.${index}${ending}`)
          : [`/${root}/assets/${file}${ending}`],
    };
  }
  for (const probe of [PROBE_FILES.plain, PROBE_FILES.simd]) {
    places[probe] = { packing: 'none', parts: [`/${engineRoot}/assets/${probe}`] };
  }
  return { files: places, workerScript: `${workersRoot}/huotiWorker.js` };
}
