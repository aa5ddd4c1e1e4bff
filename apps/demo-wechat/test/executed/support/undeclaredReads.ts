import { DECLARED_READS } from '@huoti/privacy';

/** What the inventory says is read in a mini-program, as `Interface.property`. */
const DECLARED = new Set(
  DECLARED_READS.filter(({ hosts }) => hosts === 'all' || hosts.includes('wechat')).map(
    ({ property }) => property,
  ),
);

/** `getDeviceInfo.platform`, as the host records a read, by the inventory's name of it: `DeviceInfo.platform`. */
const nameOf = (read: string): string =>
  read.replace(/^get([A-Za-z]+?)(Sync|Async)?\./, (_, what: string) => `${what}.`);

/** Reads of the device and the app that stand nowhere in the inventory. */
export const undeclaredReads = (reads: Iterable<string>): readonly string[] =>
  [...reads].filter((read) => !DECLARED.has(nameOf(read)));
