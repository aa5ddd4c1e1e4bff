import type { Answering } from './api/Answering.js';
import type { AppListeners } from './api/AppListeners.js';
import type { HostFacts } from './api/HostFacts.js';
import type { CameraHardware } from './camera/CameraHardware.js';
import type { OpenMiniProgramOptions } from './HostOptions.js';
import type { KindRow } from './kindTable.js';
import type { MiniProgramKind } from './MiniProgramKind.js';
import type { AppConfig } from './package/AppConfig.js';
import type { PackageFiles } from './package/PackageFiles.js';
import type { CameraPermission } from './permission/CameraPermission.js';
import type { Privacy } from './permission/Privacy.js';
import type { TapGesture } from './permission/TapGesture.js';
import type { Realm } from './realm/Realm.js';
import type { HostRecord } from './record/HostRecord.js';

/** What the parts of one host know of each other. */
export interface HostCore {
  readonly kind: MiniProgramKind;
  readonly row: KindRow;
  readonly options: OpenMiniProgramOptions;
  readonly config: AppConfig;
  readonly facts: HostFacts;
  readonly record: HostRecord;
  readonly realm: Realm;
  readonly files: PackageFiles;
  readonly answering: Answering;
  readonly listeners: AppListeners;
  readonly gesture: TapGesture;
  readonly permission: CameraPermission;
  readonly privacy: Privacy;
  readonly camera: CameraHardware;
}

/** Members of the platform's object, before they are put into the realm. */
export type ApiMembers = Record<string, unknown>;
