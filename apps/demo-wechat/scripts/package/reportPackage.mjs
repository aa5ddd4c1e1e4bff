import { distOf } from './paths.mjs';
import { PLATFORMS } from './platforms.mjs';
import { readDeployment } from './readDeployment.mjs';
import { readPackage } from './readPackage.mjs';
import { findFaults } from './rules.mjs';

/** @param {string} name @param {number} bytes */
const row = (name, bytes) => `  ${name.padEnd(18)}${bytes.toLocaleString('en').padStart(12)}\n`;

/**
 * Prints the sizes of a built mini-program and its faults.
 *
 * @param {string} platform as Taro names it
 * @returns {boolean} whether it has none
 */
export function reportPackage(platform) {
  const rules = PLATFORMS[platform];
  if (rules === undefined) throw new Error(`${platform} is no platform`);
  const built = readPackage(distOf(platform));
  const { operator } = readDeployment();
  const own = [
    process.env.HUOTI_BACKEND_URL ?? '',
    ...(operator.contact.match(/https?:\/\/\S+/g) ?? []),
  ].filter((address) => address !== '');
  const faults = findFaults(built, rules, own);
  const total = Object.values(built.sizes).reduce((sum, bytes) => sum + bytes, 0);
  process.stdout.write(
    [
      `${platform}, bytes\n`,
      ...Object.entries(built.sizes).map(([name, bytes]) => row(name, bytes)),
      row('total', total),
      ...faults.map((fault) => `  FAULT ${fault}\n`),
    ].join(''),
  );
  return faults.length === 0;
}
