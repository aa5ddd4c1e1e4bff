import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder, ROOT } from '../repository.js';

/** Where the reference hosts live that no compiler here understands, and the language of each. */
const HOSTS = {
  ios: { extension: '.swift', language: 'swift' },
  android: { extension: '.kt', language: 'kotlin' },
  harmonyos: { extension: '.ets', language: 'arkts' },
  'react-native': { extension: /\.tsx?$/, language: 'typescript' },
  flutter: { extension: '.dart', language: 'dart' },
} as const;

/** Name of a host's folder. */
export type HostName = keyof typeof HOSTS;
/** What a host is written in. */
export type HostLanguage = (typeof HOSTS)[HostName]['language'];

export interface HostSource {
  readonly host: HostName;
  readonly language: HostLanguage;
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Names of the hosts, in the order of their table. */
export const HOST_NAMES = Object.keys(HOSTS) as readonly HostName[];

/** Every source file of one host. */
export function hostSources(host: HostName, root: string = ROOT): HostSource[] {
  const { extension, language } = HOSTS[host];
  const accept = (name: string): boolean =>
    typeof extension === 'string' ? name.endsWith(extension) : extension.test(name);
  return filesUnder(join(root, 'apps/webview-hosts', host), accept).map((path) => ({
    host,
    language,
    path: relative(root, path),
    text: readFileSync(path, 'utf8'),
  }));
}
