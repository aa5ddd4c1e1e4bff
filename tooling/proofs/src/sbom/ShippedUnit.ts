import type { BuildOptions } from 'esbuild';

/** One thing that somebody installs, runs or serves, which gets a bill of materials of its own. */
export interface ShippedUnit {
  /** Also the file's name. */
  readonly name: string;
  readonly kind: 'library' | 'application';
  /** Its package's folder, absolute. */
  readonly folder: string;
  /** How its bundles are built: what is in them comes along though it is installed by nobody. */
  readonly bundles: readonly BuildOptions[];
  /** Whether what it depends on is installed beside it; a bundle that is served brings everything within itself. */
  readonly installsDependencies: boolean;
}
