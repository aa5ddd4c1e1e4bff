import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificate } from '../../server/certificate.mjs';

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse('2026-11-23T12:00:00Z');
const HOME = '192.168.1.20';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-certificate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the self-signed certificate', () => {
  it('names this machine’s addresses, is for a server, and is valid for less than phones allow', async () => {
    const { cert, made } = await certificate({ folder, addresses: [HOME], nowMs: NOW_MS });
    const parsed = new X509Certificate(cert);
    expect(made).toBe(true);
    expect(parsed.checkIP(HOME)).toBe(HOME);
    expect(parsed.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(parsed.checkHost('localhost')).toBe('localhost');
    expect(parsed.checkIP('192.168.1.21')).toBeUndefined();
    expect(parsed.ca).toBe(false);
    expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(Date.parse(parsed.validTo) - Date.parse(parsed.validFrom)).toBeLessThan(825 * DAY_MS);
    expect(Date.parse(parsed.validFrom)).toBeLessThan(NOW_MS);
  });

  it('keeps its key for its owner alone', async () => {
    await certificate({ folder, addresses: [HOME], nowMs: NOW_MS });
    expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600);
  });

  it('is the same at the next start in the same network', async () => {
    const first = await certificate({ folder, addresses: [HOME], nowMs: NOW_MS });
    const second = await certificate({ folder, addresses: [HOME], nowMs: NOW_MS + DAY_MS });
    expect(second).toEqual({ ...first, made: false });
  });

  it.each([
    ['the address has changed', ['10.0.0.7'], NOW_MS],
    ['an address has come', [HOME, '10.0.0.7'], NOW_MS],
    ['it is about to end', [HOME], NOW_MS + 174 * DAY_MS],
    ['the clock is before its beginning', [HOME], NOW_MS - 30 * DAY_MS],
  ])('is made anew when %s', async (_why, addresses, nowMs) => {
    const first = await certificate({ folder, addresses: [HOME], nowMs: NOW_MS });
    const second = await certificate({ folder, addresses, nowMs });
    expect(second.made).toBe(true);
    expect(second.key).not.toBe(first.key);
  });

  it('is made anew when a file is broken or the key belongs to another one', async () => {
    await certificate({ folder, addresses: [HOME], nowMs: NOW_MS });
    const other = mkdtempSync(join(tmpdir(), 'huoti-certificate-'));
    await certificate({ folder: other, addresses: [HOME], nowMs: NOW_MS });
    for (const key of ['nonsense', readFileSync(join(other, 'key.pem'), 'utf8')]) {
      writeFileSync(join(folder, 'key.pem'), key);
      expect((await certificate({ folder, addresses: [HOME], nowMs: NOW_MS })).made).toBe(true);
    }
    rmSync(other, { recursive: true });
  });
});
