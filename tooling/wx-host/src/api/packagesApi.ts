import type { ApiMembers, HostCore } from '../HostCore.js';
import { CallFailure } from './CallFailure.js';

type Given = Readonly<Record<string, unknown>>;

/** Fetching parts of the package. The workers' part is all that WeChat documents for mini-programs; mini-games fetch any. */
export function packagesApi({ answering, files, config, kind, options }: HostCore): ApiMembers {
  const fetch = (api: string, given: Given, name: string | undefined): object => {
    answering.answer(api, { fail: () => undefined, ...given }, async () => {
      const part = name === undefined ? undefined : files.partNamed(name);
      if (!part) return new CallFailure(`subpackage ${String(name)} is not in app.json`);
      return (await files.fetch(part)) ? {} : new CallFailure('subpackage download failed');
    });
    return { onProgressUpdate: () => undefined };
  };
  const loadSubpackage = (given: Given): object =>
    fetch('loadSubpackage', given, given['name'] === undefined ? undefined : String(given['name']));
  return {
    preDownloadSubpackage: (given: Given) => {
      if (kind === 'wechat' && given['packageType'] !== 'workers') {
        answering.answer(
          'preDownloadSubpackage',
          { fail: () => undefined, ...given },
          () => new CallFailure('packageType must be workers'),
        );
        return { onProgressUpdate: () => undefined };
      }
      return fetch('preDownloadSubpackage', given, config.workersRoot ?? undefined);
    },
    ...(options.packages?.onDemand === true ? { loadSubpackage } : {}),
  };
}
