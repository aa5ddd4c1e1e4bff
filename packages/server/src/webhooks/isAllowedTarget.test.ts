import { describe, expect, it } from '@jest/globals';
import { isAllowedTarget } from './isAllowedTarget.js';
import { isPublicAddress } from './isPublicAddress.js';

const settings = {
  allowedHosts: ['hooks.bank.example', '*.insurer.example'],
  allowPrivateAddresses: false,
  allowHttp: false,
};
const PUBLIC = '93.184.215.14';
const judge = (url: string, addresses: readonly string[] = [PUBLIC], changes = {}) =>
  isAllowedTarget({ url, addresses, settings: { ...settings, ...changes } });

describe('isAllowedTarget', () => {
  it('names the very address to connect to', () => {
    const addresses = ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', PUBLIC];
    expect(judge('https://hooks.bank.example/x', addresses)).toEqual({ ok: true, address: addresses[0] });
  });

  it.each([
    ['https://hooks.bank.example', true],
    ['https://HOOKS.Bank.Example:8443/', true],
    ['https://a.insurer.example/', true],
    ['https://a.b.insurer.example/', true],
    ['https://insurer.example/', false],
    ['https://evilinsurer.example/', false],
    ['https://bank.example/', false],
    ['https://hooks.bank.example@evil.example/', false],
    ['https://evil.example/hooks.bank.example', false],
    ['https://evil.example#hooks.bank.example', false],
    ['http://hooks.bank.example/', false],
  ])('judges %s by its host alone: %p', (url, isAllowed) => {
    expect(judge(url).ok).toBe(isAllowed);
  });

  it('refuses a host one of whose addresses is private', () => {
    // The attacker owns an allowed name and adds an address of the own network to it.
    expect(judge('https://hooks.bank.example/', [PUBLIC, '10.0.0.1'])).toMatchObject({ ok: false });
    expect(judge('https://hooks.bank.example/', [])).toMatchObject({ ok: false });
  });

  it('allows the own network and http where both are configured', () => {
    const changes = { allowPrivateAddresses: true, allowHttp: true };
    expect(judge('http://hooks.bank.example/', ['10.0.0.1'], changes)).toEqual({
      ok: true,
      address: '10.0.0.1',
    });
    expect(judge('http://other.example/', ['10.0.0.1'], changes).ok).toBe(false);
  });
});

describe('isPublicAddress', () => {
  it.each([
    '0.0.0.0',
    '10.255.255.255',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '2606:4700::1%eth0',
    '0177.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    'localhost',
    '',
  ])('says no to %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '93.184.215.14', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])(
    'says yes to %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});
