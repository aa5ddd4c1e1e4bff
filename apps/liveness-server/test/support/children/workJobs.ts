import { createJobQueue } from '../../../src/queue/createJobQueue.js';
import { openPostgres } from '../../../src/storage/openPostgres.js';

// Takes jobs, says so, and never ends them.
const [url = '', leaseS = '3'] = process.argv.slice(2);
const queue = await createJobQueue(openPostgres({ url, poolSize: 2 }), {
  leaseS: Number(leaseS),
  pollMs: 50,
});
process.stdout.write('open\n');
const hang = (job: { data: { sessionId: string } }): Promise<void> => {
  process.stdout.write(`${job.data.sessionId}\n`);
  return new Promise(() => setInterval(() => undefined, 1000));
};
await queue.work('judge', hang, { concurrency: 3, signal: new AbortController().signal });
