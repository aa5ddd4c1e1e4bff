import { buildApi } from './api/buildApi.js';
import { cameraApi } from './api/cameraApi.js';
import { factsApi } from './api/factsApi.js';
import { filesApi } from './api/filesApi.js';
import { nativeVerificationApi } from './api/nativeVerificationApi.js';
import { networkApi } from './api/networkApi.js';
import type { NetworkTasks } from './api/NetworkTasks.js';
import { packagesApi } from './api/packagesApi.js';
import { permissionApi } from './api/permissionApi.js';
import { screenApi } from './api/screenApi.js';
import { selectorApi } from './api/selectorApi.js';
import { startApi } from './api/startApi.js';
import { storageApi } from './api/storageApi.js';
import { visionApi, type VisionSession } from './api/visionApi.js';
import type { ApiMembers, HostCore } from './HostCore.js';
import type { PageStack } from './page/PageStack.js';
import type { OpenRealmOptions } from './realm/openRealm.js';
import type { HostWorker } from './worker/HostWorker.js';
import { workerApi } from './worker/workerApi.js';

/** Members that are there only where the test scripts them: without that they are absent, and not missing. */
const SCRIPTED = ['createVKSession', 'checkIsSupportFacialRecognition', 'requestFacialVerify'];

/** What {@link buildHostApi} takes. */
export interface BuildHostApiOptions {
  core: HostCore;
  stack: PageStack;
  realmOptions: OpenRealmOptions;
  workers: HostWorker[];
  tasks: NetworkTasks;
  sessions: VisionSession[];
}

/** The platform's whole object. */
export function buildHostApi(parts: BuildHostApiOptions): object {
  const { core, stack, realmOptions, workers, tasks, sessions } = parts;
  const members: ApiMembers = {};
  const has = (path: string): boolean => {
    const [first = ''] = path.split('.');
    return first in members || /^[a-z-]+$/.test(first);
  };
  Object.assign(
    members,
    startApi(core, has),
    factsApi(core),
    filesApi(core),
    storageApi(core),
    networkApi(core, tasks),
    screenApi(core),
    selectorApi(core, stack),
    permissionApi(core),
    packagesApi(core),
    cameraApi(core, () => stack.front()),
    workerApi(core, realmOptions, workers),
    visionApi(core, sessions),
    nativeVerificationApi(core),
    stack.api(),
    core.options.api,
  );
  const given = Object.keys(core.options.api ?? {});
  const absent = core.row.absent.filter((name) => !given.includes(name));
  const off = new Set([
    ...absent,
    ...(core.options.without ?? []),
    ...SCRIPTED.filter((name) => !(name in members)),
  ]);
  return buildApi({ core, members, off });
}
