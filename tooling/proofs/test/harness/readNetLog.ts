import { readFileSync } from 'node:fs';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** What Chromium's own network stack wrote down: of every process, worker, beacon, prefetch and socket, whoever asked for it. */
export interface NetLogFacts {
  /** Addresses that were asked for. */
  readonly urls: readonly string[];
  /** Names that were looked up. */
  readonly hosts: readonly string[];
  /** Where connections were opened to, `address:port`; UDP's begin with `udp `. */
  readonly connections: readonly string[];
}

/** Reads the file that `--log-net-log` made, after the browser has ended. */
export function readNetLog(path: string): NetLogFacts {
  const text = readFileSync(path, 'utf8');
  let log: NetLog;
  try {
    log = JSON.parse(text) as NetLog;
  } catch {
    // A browser that ends in a hurry leaves the list open.
    log = JSON.parse(`${text.replace(/,\s*$/, '')}]}`) as NetLog;
  }
  const { logEventTypes: types } = log.constants;
  const texts = (names: readonly string[], key: string): string[] => {
    const wanted = new Set(names.map((name) => types[name]));
    const found = log.events.filter(({ type }) => wanted.has(type)).map(({ params }) => params?.[key]);
    return [...new Set(found.filter((one): one is string => typeof one === 'string'))];
  };
  return {
    urls: texts(
      ['URL_REQUEST_START_JOB', 'WEBSOCKET_UPGRADE_FAILURE', 'QUIC_SESSION', 'HTTP_STREAM_JOB'],
      'url',
    ),
    hosts: texts(
      ['HOST_RESOLVER_MANAGER_REQUEST', 'HOST_RESOLVER_MANAGER_JOB', 'HOST_RESOLVER_DNS_TASK'],
      'host',
    ),
    connections: [
      ...texts(['TCP_CONNECT_ATTEMPT', 'TCP_CONNECT'], 'address'),
      ...texts(['UDP_CONNECT', 'UDP_BYTES_SENT'], 'address').map((one) => `udp ${one}`),
    ],
  };
}
