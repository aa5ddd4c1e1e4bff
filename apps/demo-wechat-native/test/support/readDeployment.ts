import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { parseDeployment, type Deployment } from '@huoti/privacy';

const FILE = fileURLToPath(new URL('../../miniprogram/pages/consent/deployment.js', import.meta.url));

/** What the example says of its operator, as the page reads it, and checked as the service would. */
export function readDeployment(): Deployment {
  const module = { exports: {} as unknown };
  runInNewContext(readFileSync(FILE, 'utf8'), { module });
  return parseDeployment(JSON.parse(JSON.stringify(module.exports)));
}
