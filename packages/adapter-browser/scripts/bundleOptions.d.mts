import type { BuildOptions, Plugin } from 'esbuild';

/** Puts an empty module in the place of what is named and never used in a browser. */
export declare const stubUnused: Plugin;
/** How the worker's one file is made. */
export declare const workerBundleOptions: BuildOptions;
