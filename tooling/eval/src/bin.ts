import { main } from './main.js';

const abort = new AbortController();
process.once('SIGINT', () => abort.abort());

main(process.argv.slice(2), process.env, abort.signal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`eval: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
