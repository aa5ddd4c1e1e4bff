import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announcement } from '../../server/announcement.mjs';
import { lanAddresses } from '../../server/lanAddresses.mjs';
import { portFrom } from '../../server/portFrom.mjs';
import { startServers } from '../../server/startServers.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-servers-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'index.html'), 'the page');
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = () => ({
  root: join(folder, 'dist'),
  cache: join(folder, 'cache'),
  httpPort: 0,
  httpsPort: 0,
  addresses: [],
  httpsHost: '127.0.0.1',
});

describe('the two servers', () => {
  it('serve the page over HTTP and, with their own certificate, over HTTPS; after close both are gone', async () => {
    const { httpPort, httpsPort, close } = await startServers(options());
    const page = await fetch(`http://127.0.0.1:${httpPort}/`);
    expect(await page.text()).toBe('the page');
    const status = await new Promise((resolve, reject) => {
      const asked = get(
        { host: '127.0.0.1', port: httpsPort, rejectUnauthorized: false, agent: false },
        (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode));
        },
      );
      asked.on('error', reject);
    });
    expect(status).toBe(200);
    await close();
    await expect(fetch(`http://127.0.0.1:${httpPort}/`)).rejects.toThrow();
  });

  it('take the next port when the wanted one is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const servers = await startServers({ ...options(), httpPort: port });
    expect(servers.httpPort).toBeGreaterThan(port);
    await servers.close();
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe('portFrom', () => {
  it.each([
    [undefined, 8080],
    ['', 8080],
    ['9000', 9000],
    ['0', 0],
    ['65536', Number.NaN],
    ['-1', Number.NaN],
    ['http', Number.NaN],
  ])('reads %p as %p', (text, port) => {
    expect(portFrom(text === undefined ? {} : { PORT: text }, 'PORT', 8080)).toBe(port);
  });
});

describe('lanAddresses', () => {
  const ipv4 = (address: string, internal = false) => ({
    address,
    internal,
    family: 'IPv4' as const,
    netmask: '255.255.255.0',
    mac: '',
    cidr: null,
  });

  it('puts home networks first and leaves out loopback, link-local, containers and tunnels', () => {
    const found = lanAddresses({
      lo: [ipv4('127.0.0.1', true)],
      docker0: [ipv4('172.17.0.1')],
      tun0: [ipv4('10.8.0.2')],
      en1: [ipv4('169.254.3.4')],
      eth0: [ipv4('10.0.0.5')],
      wlan0: [ipv4('192.168.1.20')],
    });
    expect(found).toEqual(['192.168.1.20', '10.0.0.5']);
  });
});

describe('the announcement', () => {
  it('names both addresses, shows a code, and says in one line how to accept the certificate', () => {
    const text = announcement({ httpPort: 8080, httpsPort: 8443, addresses: ['192.168.1.20'] });
    expect(text).toContain('http://localhost:8080/');
    expect(text).toContain('https://192.168.1.20:8443/');
    expect(text.split('\n').filter((line) => /[█▀▄]/.test(line)).length).toBeGreaterThan(10);
    expect(text.split('\n').filter((line) => line.includes('certificate'))).toHaveLength(1);
  });

  it('shows no code and says so where there is no network', () => {
    const text = announcement({ httpPort: 8080, httpsPort: 8443, addresses: [] });
    expect(text).toContain('No network was found');
    expect(text).not.toMatch(/[█▀▄]/);
  });
});
