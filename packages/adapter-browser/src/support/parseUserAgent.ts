import bowser from 'bowser';

/** What the parser says of one user agent. Fields are missing where it can't tell. */
export interface ParsedUserAgent {
  readonly browser: { readonly name?: string; readonly version?: string };
  readonly os: { readonly name?: string; readonly version?: string };
  readonly engine: { readonly name?: string };
  readonly platform: { readonly type?: string };
}

/** The one place that knows which parser is used (docs/decisions/2026-11-23-user-agent-parser.md). It is only given a text. */
export function parseUserAgent(userAgent: string): ParsedUserAgent {
  return bowser.parse(userAgent);
}
