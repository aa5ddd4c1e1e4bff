/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name of the variable
 * @param {number} otherwise when it is not set
 * @returns {number} a port, or NaN when the variable holds something else
 */
export function portFrom(env, name, otherwise) {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : Number.NaN;
}
