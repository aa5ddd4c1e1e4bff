import { delimiter } from 'node:path';

/** Telemetry off, update notices off, no questions asked: for every tool that a root command starts. */
export const QUIET_TOOLS = {
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
  COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
  CHECKPOINT_DISABLE: '1',
};

/**
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.base] default: this process's environment
 * @param {string[]} [options.pathFirst] folders put before the PATH; default: none
 * @param {Record<string, string>} [options.extra] default: none
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment({ base = process.env, pathFirst = [], extra = {} } = {}) {
  const path = [...pathFirst, base.PATH ?? ''].filter((part) => part !== '').join(delimiter);
  return { ...base, ...QUIET_TOOLS, PATH: path, ...extra };
}
