#!/usr/bin/env node
import { createStreamOutput } from './output/createStreamOutput.js';
import { main } from './main.js';

const abort = new AbortController();
process.once('SIGINT', () => abort.abort());
process.once('SIGTERM', () => abort.abort());
process.exitCode = await main(
  process.argv.slice(2),
  createStreamOutput(process.stdout, process.stderr),
  abort.signal,
);
