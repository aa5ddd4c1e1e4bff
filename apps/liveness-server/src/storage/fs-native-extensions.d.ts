/** The part in use; the package brings no types. */
declare module 'fs-native-extensions' {
  /** Asks for an exclusive lock on the whole file; false where another open file holds one. */
  export function tryLock(fd: number): boolean;
  export function unlock(fd: number): void;
}
