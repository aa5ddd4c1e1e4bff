import { lookup } from 'node:dns/promises';

/** Finds the addresses of a host. */
export interface Resolver {
  /** @throws where there are none */
  resolve(host: string): Promise<readonly string[]>;
}

/** The machine's own resolver. */
export const systemResolver: Resolver = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
};
