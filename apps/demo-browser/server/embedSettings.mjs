/**
 * @typedef {object} EmbedSettings
 * @property {boolean} legacy whether `/embed-legacy` is served, whose policy allows generated code
 * @property {readonly string[]} parents exact origins of the pages that may put `/embed` into a frame
 */

/** Scheme, host and port, and nothing after them. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

/**
 * What the environment says of the embedded page: `HUOTI_EMBED_LEGACY=1`, and `HUOTI_EMBED_PARENTS` with origins parted by commas.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {EmbedSettings}
 * @throws TypeError for what is no exact origin: no `*`, no `null`, no path
 */
export function embedSettings(env) {
  const parents = (env.HUOTI_EMBED_PARENTS ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const wrong = parents.find((one) => !ORIGIN.test(one));
  if (wrong !== undefined)
    throw new TypeError(
      `HUOTI_EMBED_PARENTS: ${wrong.slice(0, 100)} is no exact origin such as https://bank.example`,
    );
  return { legacy: env.HUOTI_EMBED_LEGACY === '1', parents };
}
