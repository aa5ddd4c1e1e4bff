/** The globals of one realm: the page's own, or those of an empty frame that no script has run in. */
export type Realm = typeof globalThis;
