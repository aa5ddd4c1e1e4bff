// Preloaded into a process of Node and its threads: writes down whom it tries to reach, by any way that Node has, and then lets it.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const file = process.env.HUOTI_WATCH_NETWORK ?? '';
/** @param {string} what */
const tell = (what) => {
  if (file !== '') appendFileSync(file, `${what}\n`);
};

/**
 * @param {object} owner
 * @param {string} member
 * @param {(args: any[]) => string} words
 */
function watch(owner, member, words) {
  const raw = Reflect.get(owner, member);
  /** @this {unknown} @param {any[]} args */
  const watched = function (...args) {
    tell(words(args));
    return Reflect.apply(raw, this, args);
  };
  Reflect.set(owner, member, watched);
}

watch(net.Socket.prototype, 'connect', (args) => {
  // Node hands its own calls over as one array that is normalised already.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const { host, port, path } =
    typeof first === 'object' && first !== null ? first : { port: first, host: second };
  return `connect ${path ?? `${host ?? 'localhost'}:${port}`}`;
});
for (const member of ['send', 'connect', 'bind'])
  watch(
    dgram.Socket.prototype,
    member,
    (args) => `udp ${member} ${args.filter((one) => typeof one !== 'object').join(' ')}`,
  );
for (const owner of [dns, dns.promises])
  for (const member of Object.keys(owner))
    if (/^(lookup|lookupService|resolve\w*|reverse)$/.test(member))
      watch(owner, member, ([name]) => `dns ${name}`);
syncBuiltinESMExports();
tell(`watched ${process.pid}`);
