/**
 * Whether this is the page for engines before Chrome 97, whose policy has to allow generated code so that WebAssembly runs
 * (`/embed-legacy`). A worker goes by the policy of its own file, so the files it needs have an address of their own too.
 */
export const isLegacyPage = (pathname: string): boolean => /\/embed-legacy$/.test(pathname);
