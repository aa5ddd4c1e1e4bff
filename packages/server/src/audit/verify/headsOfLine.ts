import { HEAD_TYPE } from '../headClaims.js';

/** Three parts of base64url, of which the first is a JSON object. */
const JWS = /eyJ[A-Za-z0-9_-]{10,400}\.[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{10,200}/g;
const TYPE = `"typ":"${HEAD_TYPE}"`;

/**
 * Signed heads in a line of a log, however its collector has wrapped it: they are told by what their own header says. Whether a key
 * signed them is another question.
 *
 * @example headsOfLine('{"level":"info","seq":100,"head":"eyJ...","msg":"audit-head"}')
 */
export function headsOfLine(line: string): readonly string[] {
  return (line.match(JWS) ?? []).filter((jws) =>
    Buffer.from(jws.slice(0, jws.indexOf('.')), 'base64url')
      .toString()
      .includes(TYPE),
  );
}
