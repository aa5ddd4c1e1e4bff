/** Name of the protocol, in every message: a bridge is often shared with other parts of an app. */
export const BRIDGE_PROTOCOL = 'huoti-bridge';

/**
 * The version of the bridge protocol, major.minor. A new minor only adds what may be ignored; a new major may change
 * anything. It counts apart from the version of plan and evidence: an app is updated in other years than a server.
 */
export const BRIDGE_VERSION = '1.0';

/** Versions this build can speak, newest first, at most one of each major. */
export const BRIDGE_VERSIONS: readonly string[] = [BRIDGE_VERSION];

const VERSION = /^(\d{1,4})\.(\d{1,4})$/;

/** Major and minor of a version; `null` for what is none. */
function partsOf(version: string): readonly [major: number, minor: number] | null {
  const found = VERSION.exec(version);
  return found === null ? null : [Number(found[1]), Number(found[2])];
}

/**
 * The version that two sides speak: the highest major both know, with the lower of their minors. `null` where they have no
 * major in common. Text that is no version is passed over.
 *
 * @example chooseBridgeVersion(['2.0', '1.4'], ['1.1']) // '1.1'
 */
export function chooseBridgeVersion(ours: readonly string[], theirs: readonly string[]): string | null {
  let best: readonly [number, number] | null = null;
  for (const own of ours) {
    for (const other of theirs) {
      const a = partsOf(own);
      const b = partsOf(other);
      if (a === null || b === null || a[0] !== b[0]) continue;
      const common = [a[0], Math.min(a[1], b[1])] as const;
      if (best === null || common[0] > best[0] || (common[0] === best[0] && common[1] > best[1]))
        best = common;
    }
  }
  return best === null ? null : `${best[0]}.${best[1]}`;
}
