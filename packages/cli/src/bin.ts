#!/usr/bin/env node
import { createStreamOutput } from './output/createStreamOutput.js';
import { main } from './main.js';

const abort = new AbortController();
// Once each: a second Ctrl-C ends the process at once.
process.once('SIGINT', () => abort.abort());
process.once('SIGTERM', () => abort.abort());
// Whoever reads our output may stop reading (`| head -1`): that is no failure, and what is left has no reader.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await main(
  process.argv.slice(2),
  createStreamOutput(process.stdout, process.stderr),
  abort.signal,
);
