import { layOutPackages, modelManifest, type PackageLayout } from '@huoti/adapter-wechat/miniprogram';
import type { Platform } from '../../platform/platform.js';

/** Where scripts/build.mjs puts the engine's files: the small ones beside the pages that use it. */
export const packageLayout = ({ profile }: Platform): PackageLayout =>
  layOutPackages({ files: Object.keys(modelManifest.files), profile, engineRoot: 'huoti' });
