import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../Command.js';
import { EXIT } from '../exitCodes.js';
import { parseWords } from '../parseWords.js';
import { findDemo } from '../serve/findDemo.js';
import { DEFAULT_PORT, readPort } from '../serve/readPort.js';
import { startOwnService } from '../serve/startOwnService.js';

const USAGE = 'serve [--port N] [--data DIR]';
const DEFAULT_FOLDER = 'huoti-data';

const isNew = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/** `huoti serve`: the service with its embedded database, and the demo page where this is a checkout. */
export const serveCommand: Command = {
  usage: USAGE,
  summary: 'the service with its embedded database, and the demo page',
  details: [
    `--port N    where it listens, on this machine only; default ${DEFAULT_PORT}, 0 takes any free one`,
    `--data DIR  database and keys; made at the first start; default ./${DEFAULT_FOLDER}`,
    '',
    'The first start prints an API key, once. The embedded database is not safe against power loss: production sets DATABASE_URL and',
    'runs huoti-server. Everything else is set by its environment variables.',
  ],
  async run({ args, output, signal }) {
    const words = parseWords(args, { usage: USAGE, positionals: 0, values: ['port', 'data'] });
    const wanted = readPort(words.value('port'));
    const folder = resolve(words.value('data') ?? DEFAULT_FOLDER);
    const first = isNew(folder);
    let apiKey = '';
    const demo = findDemo();
    const served =
      demo === null
        ? await startOwnService({
            dataFolder: folder,
            publicUrl: null,
            port: wanted === 0 ? null : wanted,
          }).then((service) => {
            apiKey = service.apiKey;
            return { port: Number(new URL(service.url).port), close: () => service.close() };
          })
        : await demo.serve({
            port: wanted,
            service: async (port) => {
              const publicUrl = `http://localhost:${port}`;
              const service = await startOwnService({
                dataFolder: folder,
                publicUrl,
                port: null,
                privacyFile: demo.privacyFile,
              });
              apiKey = service.apiKey;
              return service;
            },
          });
    try {
      output.data(`huoti serves http://localhost:${served.port}/`);
      output.data(
        demo === null
          ? 'API only: the demo page is part of a checkout of the repository, built by npm run build.'
          : 'The demo page is at that address; the API, its documentation at /docs, too.',
      );
      output.data(
        first
          ? `API key, shown once: ${apiKey}`
          : 'The API key is the one of the first start; huoti-server keys create makes another.',
      );
      output.data('Ctrl-C stops it.');
      if (!signal.aborted)
        await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
    } finally {
      await served.close();
    }
    return EXIT.done;
  },
};
