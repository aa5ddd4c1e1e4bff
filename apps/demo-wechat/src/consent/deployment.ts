import type { Deployment } from '@huoti/privacy';

// Put in by the build, which has checked it: see scripts/package/readDeployment.mjs.
declare const HUOTI_DEPLOYMENT: Deployment;

/** What the operator says of its service: the same file as the service's own, `HUOTI_PRIVACY_FILE`. */
export const deployment: Deployment = HUOTI_DEPLOYMENT;
