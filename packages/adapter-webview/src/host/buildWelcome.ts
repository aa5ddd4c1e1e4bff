import type { BridgePayload, SessionGrant, Welcome } from '@huoti/protocol/bridge';

/** What {@link buildWelcome} puts together. */
export interface WelcomeFacts extends Pick<
  Welcome,
  'version' | 'app' | 'platform' | 'capabilities' | 'limits' | 'nonce' | 'heardAtMs'
> {
  readonly hello: BridgePayload<'hello'>;
  readonly grant: SessionGrant | null;
  readonly interrupted: Welcome['interrupted'];
}

/** The answer to a hello, without the fields that say nothing. */
export function buildWelcome({ hello, grant, interrupted, capabilities, ...facts }: WelcomeFacts): Welcome {
  return {
    ...facts,
    capabilities: { ...capabilities },
    echo: hello.nonce,
    ...(grant === null ? {} : { grant }),
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}
