/** Where a promise is proven. A test of the package holds that the file is there and has the title. */
export interface PromiseProof {
  /** Path from the repository's root. */
  readonly file: string;
  /** The title of one test or of one `describe` in it, as it is written there. @default the whole file */
  readonly title?: string;
}

/** One promise of the policy that such an SDK publishes, and what stands behind it. */
export interface PolicyPromise {
  /** Short stable name. */
  readonly id: string;
  /** Of the policy, for example `1.2`; of a law or of huoti's own rules where the policy has none. */
  readonly section: string;
  /** What is promised to people, in one sentence. */
  readonly promise: string;
  /** What huoti does for it. */
  readonly does: string;
  readonly tests: readonly PromiseProof[];
  /** What stays with whoever deploys it. */
  readonly integrator: string;
}
