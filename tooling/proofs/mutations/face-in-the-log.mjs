/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'retention',
  breaks: 'A picture of a face gets into a line of the log',
  edits: [
    {
      file: 'apps/liveness-server/src/logging/allowFacts.ts',
      find: `    kept[name] = allowed(kind, value) ? (value as string | number | boolean) : '[withheld]';`,
      replace: `    kept[name] = value as string | number | boolean;`,
    },
    {
      file: 'apps/liveness-server/src/http/installRequestLog.ts',
      find: `      requestId: request.id,`,
      replace: `      requestId: Buffer.isBuffer(request.body) ? request.body.toString('base64') : request.id,`,
    },
  ],
  test: {
    package: 'apps/liveness-server',
    file: 'test/logs.test.ts',
    title: 'holds no %s',
  },
};
