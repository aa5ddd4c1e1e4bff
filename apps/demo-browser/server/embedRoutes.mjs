import { securityHeaders } from './securityHeaders.mjs';

/**
 * @typedef {object} EmbedRoute
 * @property {string} target the file that is served, as a request's target
 * @property {Readonly<Record<string, string>>} headers
 */

/**
 * The addresses of the page that an app's WebView loads. Each has the policy it needs and no more:
 *
 * - `/embed`: as strict as the demo; only the listed pages may frame it, which without any is nobody.
 * - `/embed-legacy` and `/huoti-legacy/`: the same files for engines that know no `'wasm-unsafe-eval'`. Only where it was asked for.
 *
 * @param {import('./embedSettings.mjs').EmbedSettings} settings
 * @returns {(target: string) => EmbedRoute | null} `null` for every other address
 */
export function embedRoutes({ legacy, parents }) {
  const strict = securityHeaders({ parents });
  const loose = securityHeaders({ parents, generatedCode: true });
  return (target) => {
    const [path = ''] = target.split(/[?#]/, 1);
    if (path === '/embed' || path === '/embed.html') return { target: '/embed.html', headers: strict };
    if (!legacy) return null;
    if (path === '/embed-legacy') return { target: '/embed.html', headers: loose };
    if (path.startsWith('/huoti-legacy/'))
      return { target: path.replace('/huoti-legacy/', '/huoti/'), headers: loose };
    return null;
  };
}
