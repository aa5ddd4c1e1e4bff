import { readdir, readFile } from 'node:fs/promises';

/** What a process and its children took so far, and hold now. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** The kernel counts in hundredths of a second (USER_HZ, the same on all its common builds). */
const TICK_MS = 10;
const PAGE_BYTES = 4096;

interface Stat {
  readonly parent: number;
  readonly ownTicks: number;
  /** Of children that ended and were waited for. */
  readonly goneTicks: number;
  readonly pages: number;
}

/**
 * One line of `/proc/<pid>/stat`; see proc(5). The name in brackets may hold anything, so what counts begins after the last
 * bracket.
 */
export function parseStat(text: string): Stat {
  const words = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number): number => Number(words[field - 3]);
  return { parent: at(4), ownTicks: at(14) + at(15), goneTicks: at(16) + at(17), pages: at(24) };
}

async function readStat(pid: number): Promise<Stat | null> {
  try {
    return parseStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

/** Memory that a process has to itself plus its part of what it shares, in bytes: pages of a Postgres are shared by all its children. */
async function readShare(pid: number, { pages }: Stat): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1];
  return kilobytes === undefined ? pages * PAGE_BYTES : Number(kilobytes) * 1024;
}

/** Threads are in a process's own numbers. With `family`, its living children are added, and what ended ones took. */
export async function readUsage(pid: number, { family = false } = {}): Promise<Usage> {
  const main = await readStat(pid);
  if (main === null) throw new TypeError(`process ${pid} is gone`);
  if (!family) return { cpuMs: main.ownTicks * TICK_MS, rssBytes: main.pages * PAGE_BYTES };
  let ticks = main.ownTicks + main.goneTicks;
  let bytes = await readShare(pid, main);
  for (const name of await readdir('/proc')) {
    const child = /^\d+$/.test(name) ? await readStat(Number(name)) : null;
    if (child?.parent !== pid) continue;
    ticks += child.ownTicks;
    bytes += await readShare(Number(name), child);
  }
  return { cpuMs: ticks * TICK_MS, rssBytes: bytes };
}

/** CPU time of each thread so far, in ms, by its id. */
export async function readThreads(pid: number): Promise<ReadonlyMap<string, number>> {
  const threads = new Map<string, number>();
  for (const id of await readdir(`/proc/${pid}/task`)) {
    const text = await readFile(`/proc/${pid}/task/${id}/stat`, 'utf8').catch(() => null);
    if (text !== null) threads.set(id, parseStat(text).ownTicks * TICK_MS);
  }
  return threads;
}
