import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** @typedef {{key: string, cert: string}} Pem */

const DAY_MS = 86_400_000;
/** Phones refuse certificates that are valid for longer than 825 days (Apple, since iOS 13); a demo needs far less. */
const VALID_DAYS = 180;
/** Remade this long before its end, so that it does not end during a demonstration. */
const REMAKE_DAYS = 7;
/** A phone's clock may be behind; a certificate from the future is refused. */
const BACKDATED_DAYS = 1;

/**
 * @param {Pem} pem
 * @param {string[]} addresses every one must be named in it
 * @param {number} nowMs
 * @returns {boolean} whether it can be served as it is
 */
export function certificateFits({ key, cert }, addresses, nowMs) {
  try {
    const parsed = new X509Certificate(cert);
    if (!parsed.checkPrivateKey(createPrivateKey(key))) return false;
    if (Date.parse(parsed.validTo) - nowMs < REMAKE_DAYS * DAY_MS || Date.parse(parsed.validFrom) > nowMs)
      return false;
    return (
      parsed.checkHost('localhost') !== undefined &&
      addresses.every((one) => parsed.checkIP(one) !== undefined)
    );
  } catch {
    return false;
  }
}

/** @param {string[]} addresses @param {number} nowMs @returns {Promise<Pem>} */
async function makeCertificate(addresses, nowMs) {
  const made = await generate([{ name: 'commonName', value: 'huoti demo on this machine' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - BACKDATED_DAYS * DAY_MS),
    notAfterDate: new Date(nowMs + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...addresses.map((ip) => ({ type: /** @type {const} */ (7), ip })),
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** @param {string} folder @returns {Pem | undefined} */
function readPem(folder) {
  try {
    return {
      key: readFileSync(join(folder, 'key.pem'), 'utf8'),
      cert: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    };
  } catch {
    return undefined;
  }
}

/**
 * The self-signed certificate under which a phone reaches the demo: the one from last time while it names every address and
 * is still valid, otherwise a new one. The key is readable by its owner only and never leaves the folder.
 *
 * @param {{folder: string, addresses: string[], nowMs?: number}} options `nowMs` is the wall clock
 * @returns {Promise<Pem & {made: boolean}>}
 */
export async function certificate({ folder, addresses, nowMs = Date.now() }) {
  const all = ['127.0.0.1', ...addresses];
  const before = readPem(folder);
  if (before !== undefined && certificateFits(before, all, nowMs)) return { ...before, made: false };
  const pem = await makeCertificate(all, nowMs);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of /** @type {const} */ ([
    ['key.pem', pem.key],
    ['cert.pem', pem.cert],
  ])) {
    const beside = join(folder, `${name}.${process.pid}`);
    writeFileSync(beside, text, { mode: 0o600 });
    renameSync(beside, join(folder, name));
  }
  return { ...pem, made: true };
}
