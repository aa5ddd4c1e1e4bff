// Put in by the build: see config/index.ts.
declare const HUOTI_MODE: '' | 'local' | 'native' | 'web-view';
declare const HUOTI_BACKEND_URL: string;

/** What the operator sets when the mini-program is built. A person chooses none of it. */
export const operator = {
  /** The one way in which people are checked; `null` in the demo's own build, where a developer may try all of them. */
  mode: HUOTI_MODE === '' ? null : HUOTI_MODE,
  /** Address of the operator's backend, on a domain that is registered for requests; empty where there is none. */
  backendUrl: HUOTI_BACKEND_URL,
} as const;
