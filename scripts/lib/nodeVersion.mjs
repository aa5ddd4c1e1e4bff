// Read by whatever Node happens to be installed: old syntax only, so that an old Node gets our line and not a syntax error.

/** The oldest major version of Node that the tool chain runs on. */
export const OLDEST_NODE_MAJOR = 20;

/**
 * @param {string} version as `process.versions.node` has it, for example `20.11.1`
 * @returns {string | undefined} one line that says what to do, or undefined when the version will do
 */
export function nodeVersionProblem(version) {
  const major = Number(version.split('.')[0]);
  if (major >= OLDEST_NODE_MAJOR) return undefined;
  return (
    'huoti needs Node ' +
    OLDEST_NODE_MAJOR +
    ' or newer, and this is Node ' +
    version +
    '. Install it from your system or nodejs.org, then run the command again.'
  );
}
