// Builds the mini-program for all three platforms, or those that are named: node scripts/build.mjs [weapp] [alipay] [tt]
import { writeTheme } from './package/writeTheme.mjs';
import { buildPlatform } from './package/buildPlatform.mjs';
import { PLATFORMS } from './package/platforms.mjs';
import { reportPackage } from './package/reportPackage.mjs';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in PLATFORMS));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: platforms are ${Object.keys(PLATFORMS).join(', ')}\n`);
  process.exit(2);
}
writeTheme();
let clean = true;
for (const name of named.length > 0 ? named : Object.keys(PLATFORMS)) {
  buildPlatform(name);
  clean = reportPackage(name) && clean;
}
process.exitCode = clean ? 0 : 1;
