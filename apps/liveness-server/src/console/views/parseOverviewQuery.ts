import { SubjectSchema } from '@huoti/protocol';

/** The periods that are offered, in days. */
export const PERIODS = [7, 14, 30, 90] as const;
const DEFAULT_PERIOD = 14;

const CLIENT = new RegExp(SubjectSchema.pattern ?? '');
/** What a host's kind looks like, the store's own word for none included. */
const HOST = /^[a-z]{1,20}$/;

/** What the overview was asked for. */
export interface OverviewQuery {
  readonly dayCount: number;
  readonly clientId?: string;
  readonly host?: string;
}

/** Reads the filter of an address; `null` for one that can't be read. */
export function parseOverviewQuery(query: URLSearchParams): OverviewQuery | null {
  const days = query.get('days') || String(DEFAULT_PERIOD);
  const clientId = query.get('client') || undefined;
  const host = query.get('host') || undefined;
  const dayCount = PERIODS.find((one) => String(one) === days);
  if (dayCount === undefined) return null;
  if (clientId !== undefined && !CLIENT.test(clientId)) return null;
  if (host !== undefined && !HOST.test(host)) return null;
  return {
    dayCount,
    ...(clientId === undefined ? {} : { clientId }),
    ...(host === undefined ? {} : { host }),
  };
}
