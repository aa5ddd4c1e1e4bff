import { Type, type Static } from '@sinclair/typebox';

const fact = Type.Union([Type.String({ maxLength: 64 }), Type.Null()]);

/** Where a session ran, as the client says; for compatibility and statistics, never for a verdict. */
export const HostFactsSchema = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('browser'),
      Type.Literal('webview'),
      Type.Literal('wechat'),
      /** A page in the web-view of a WeChat mini-program. */
      Type.Literal('wechat-web-view'),
      Type.Literal('alipay'),
      Type.Literal('douyin'),
      Type.Literal('node'),
    ]),
    browser: fact,
    browserVersion: fact,
    os: fact,
    /** The rendering engine. */
    engine: fact,
    /** BCP 47. */
    language: fact,
    network: fact,
  },
  { additionalProperties: false },
);
/** What {@link HostFactsSchema} describes. */
export type HostFacts = Static<typeof HostFactsSchema>;
