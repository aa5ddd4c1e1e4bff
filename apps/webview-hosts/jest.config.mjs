import { jestConfig } from '@huoti/jest-config';
import { suitesLeftOut } from './machine.mjs';

const leftOut = suitesLeftOut();
for (const { suite, missing } of leftOut) {
  const line = `${suite}: ${missing.join(', ')} not on this machine (npm run test:hosts installs what it may)`;
  if (process.env.HUOTI_REQUIRE_HOSTS === '1') throw new TypeError(line);
  process.stderr.write(`warning: left out, @huoti/webview-hosts ${line}\n`);
}

export default jestConfig({
  packageName: '@huoti/webview-hosts',
  overrides: { testPathIgnorePatterns: ['/node_modules/', ...leftOut.map(({ suite }) => `/test/${suite}$`)] },
});
