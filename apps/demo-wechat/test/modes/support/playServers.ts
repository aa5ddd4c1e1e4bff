import type { RequestHandler } from '@huoti/wx-host';
import type { SessionOutcome } from '@huoti/protocol';
import { playService, type Service, type ServiceOptions } from './playService.js';

export const BACKEND = 'https://operator.test/api';
export const PAGE_URL = 'https://h5.operator.test/check?ticket=t%2F1&lang=zh-CN';

/** What {@link playServers} takes beside what the service is asked to be. */
export interface ServersOptions extends ServiceOptions {
  /** Of the session that the backend opens, for `web-view`. @default PAGE_URL */
  readonly pageUrl?: string;
  /** What the backend says of a session that ran on the H5 page; `null`: it has not ended. @default completed */
  readonly outcome?: Pick<SessionOutcome, 'status'> | null;
}

/** One request as it went over the network. */
export interface Sent {
  /** `backend ...`, or the service's step. */
  readonly step: string;
  readonly body: string;
}

/** The operator's backend and the service behind the platform's `request`. */
export interface Servers {
  readonly service: Service;
  readonly request: RequestHandler;
  /** All that was sent, in order. */
  readonly sent: Sent[];
}

export function playServers({
  pageUrl = PAGE_URL,
  outcome = { status: 'completed' },
  ...options
}: ServersOptions = {}): Servers {
  const service = playService(options);
  const { baseUrl, sessionId, clientToken } = service;
  const sent: Sent[] = [];

  const backend = (path: string): object | string => {
    if (path !== '/liveness/sessions') return outcome === null ? 'null' : { sessionId, ...outcome };
    const { level: evidenceLevel = 'none', refusedHosts = [] } = options;
    return { baseUrl, sessionId, clientToken, policy: { evidenceLevel }, refusedHosts, pageUrl };
  };

  return {
    service,
    sent,
    request({ url, method, header, data }) {
      const body = data === undefined || data === null ? '' : Buffer.from(data as ArrayBuffer).toString();
      if (url.startsWith(`${BACKEND}/`)) {
        const path = url.slice(BACKEND.length);
        sent.push({ step: `backend ${method} ${path}`, body });
        return { statusCode: 200, data: backend(path) };
      }
      const step = url.slice(`${baseUrl}/v1/sessions/${sessionId}/`.length) || 'session';
      sent.push({ step, body });
      return service.answer(step, body, header);
    },
  };
}
