#!/usr/bin/env node
import { runCommandLine } from './app/commands/runCommandLine.js';
import { readSecret } from './app/readSecret.js';

/** As a shell has it for a process that was interrupted. */
const INTERRUPTED = 130;
/** For what is still on its way to a terminal or a pipe, ms. */
const LINGER_MS = 1_000;

const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
process.once('SIGINT', () => {
  stopping.abort();
  process.stderr.write('huoti-server: stopping; once more to stop at once\n');
  process.once('SIGINT', () => process.exit(INTERRUPTED));
});
// Whoever reads our output may stop reading: that is no failure.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  readSecret: (question) => readSecret(question, { input: process.stdin, output: process.stderr }),
  signal: stopping.signal,
});
// Everything is closed by now; should something hold the process all the same, it is not waited for.
setTimeout(() => process.exit(), LINGER_MS).unref();
