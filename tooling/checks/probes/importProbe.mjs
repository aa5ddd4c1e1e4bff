import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import workerThreads from 'node:worker_threads';

/**
 * Imports one built module and prints, as JSON, what the import alone left behind. Run in a process of its own, so that only
 * the module under test can have caused it, and so that a timer or a socket would keep the process from ending.
 */
const [, , url] = process.argv;
const started = [];
for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch']) {
  const real = globalThis[name];
  globalThis[name] = (...args) => {
    started.push(name);
    return real(...args);
  };
}
// Workers, processes, sockets, questions for names, and whatever is written to a disk.
const outside = [
  [workerThreads, ['Worker']],
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [dgram.Socket.prototype, ['bind', 'connect', 'send']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  [
    fs,
    [
      'writeFile',
      'writeFileSync',
      'appendFile',
      'appendFileSync',
      'mkdir',
      'mkdirSync',
      'createWriteStream',
      'watch',
      'watchFile',
    ],
  ],
  [fs.promises, ['writeFile', 'appendFile', 'mkdir']],
];
for (const [owner, members] of outside) {
  for (const member of members) {
    const real = owner[member];
    owner[member] = new Proxy(real, {
      apply(call, self, args) {
        started.push(member);
        return Reflect.apply(call, self, args);
      },
      construct(type, args, target) {
        started.push(`new ${member}`);
        return Reflect.construct(type, args, target);
      },
    });
  }
}
syncBuiltinESMExports();
const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (...args) {
  started.push(`addEventListener ${String(args[0])}`);
  return addEventListener.apply(this, args);
};
const listeners = () => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
const listenersBefore = listeners();
const globalsBefore = new Set(Reflect.ownKeys(globalThis));
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text) => started.push(`output: ${String(text).slice(0, 60)}`) > 0;

await import(url);

const globals = Reflect.ownKeys(globalThis).filter((key) => !globalsBefore.has(key));
const found = [...started];
if (listeners() !== listenersBefore) found.push(`${listeners() - listenersBefore} listeners on process`);
found.push(...globals.map((key) => `global ${String(key)}`));
write(JSON.stringify(found));
