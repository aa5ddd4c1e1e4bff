// Put in by the build: see config/index.ts.
declare const HUOTI_WEB_VIEW_URL: string;

/** What the operator sets when the mini-program is built. */
export const operator = {
  /** Address of the H5 page with the check, on a domain that is registered for web-views; empty where there is none. */
  webViewUrl: HUOTI_WEB_VIEW_URL,
} as const;
