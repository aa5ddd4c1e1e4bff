/** A package as it lies on the disk. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package gives it; `null` where it gives none. */
  readonly licence: string | null;
  /** Absolute, without symbolic links. */
  readonly folder: string;
  /** Names of what it needs to run. */
  readonly needs: readonly string[];
  /** Names of what it uses where it is there: files for other platforms are not. */
  readonly mayUse: readonly string[];
  /** Whether it is one of this workspace. */
  readonly own: boolean;
}
