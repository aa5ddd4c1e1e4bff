import type { JWK } from 'jose';

/** Only what may be shown: nothing that stands beside it in the file gets out. */
export function publicHalf({ kty, crv, x, y }: JWK): JWK {
  return {
    ...(kty === undefined ? {} : { kty }),
    ...(crv === undefined ? {} : { crv }),
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
  };
}
