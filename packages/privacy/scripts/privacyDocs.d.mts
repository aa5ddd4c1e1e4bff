/**
 * The generated files of the documentation.
 *
 * @param privacy what `@huoti/privacy` exports
 * @returns text by path from the repository's root
 */
export function privacyDocs(privacy: object): Promise<ReadonlyMap<string, string>>;
export const EXAMPLE_DEPLOYMENT: object;
