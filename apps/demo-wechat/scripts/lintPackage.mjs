// Checks what was built against the rules of the platforms, and prints the sizes: node scripts/lintPackage.mjs [weapp] [alipay] [tt]
import { PLATFORMS } from './package/platforms.mjs';
import { reportPackage } from './package/reportPackage.mjs';

const named = process.argv.slice(2);
const clean = (named.length > 0 ? named : Object.keys(PLATFORMS)).map((name) => reportPackage(name));
process.exitCode = clean.every(Boolean) ? 0 : 1;
