import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser/launchBrowser.js';
import { openPageHost } from './browser/openPageHost.js';
import { bundleEngines } from './engines/bundleEngines.js';
import { ENGINES } from './engines/engines.js';
import type { EngineId } from './engines/EngineId.js';
import type { FrameSet } from './frames/FrameSet.js';
import { loadNow, machineFacts } from './machine/machineFacts.js';
import type { Contestant } from './measure/Contestant.js';
import { createProblems } from './measure/createProblems.js';
import { inLanes } from './measure/inLanes.js';
import { measureBytes } from './measure/measureBytes.js';
import { measureFrames } from './measure/measureFrames.js';
import { measureSessions } from './measure/measureSessions.js';
import { measureStarts } from './measure/measureStarts.js';
import type { Amount } from './Amount.js';
import { openNodeHost } from './node/openNodeHost.js';
import type { BenchResults, EngineResult, SessionResult } from './report/BenchResults.js';
import { serveBench } from './server/serveBench.js';

/** What {@link runBench} takes. */
export interface BenchOptions {
  frameSet: FrameSet;
  amount: Amount;
  /** @default all */
  only?: readonly EngineId[];
  /** Where compressed sizes are remembered. */
  cacheFolder: string;
  /** Told what goes on. */
  say: (line: string) => void;
  /** Load of the machine before the run made any. @default now */
  loadAtStart?: number;
}

/** Measures every engine and gives all numbers. Nothing is left running, whatever fails. */
export async function runBench({
  frameSet,
  amount,
  only,
  cacheFolder,
  say,
  loadAtStart = loadNow(),
}: BenchOptions): Promise<BenchResults> {
  const startedMs = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'huoti-bench-'));
  const engines = ENGINES.filter(({ id }) => only?.includes(id) ?? true);
  const problems = createProblems();
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    say('bundling the pages');
    await bundleEngines(folder, engines);
    const server = await serveBench({ bundles: folder, frames: frameSet.frames });
    closing.push(() => server.close());
    const shared = await launchBrowser();
    closing.push(() => shared.close());
    const frameList = join(folder, 'frames.json');
    if (engines.some(({ host }) => host === 'node')) await writeFrames(frameSet, folder, frameList);
    const contestants = engines.map(
      (engine): Contestant => ({
        engine,
        openFresh: async () =>
          engine.host === 'node'
            ? openNodeHost(frameList)
            : openPageHost({
                browser: await launchBrowser(),
                url: server.urlOf(engine.id),
                ownsBrowser: true,
              }),
        openShared: () =>
          engine.host === 'node'
            ? openNodeHost(frameList)
            : openPageHost({ browser: shared, url: server.urlOf(engine.id), ownsBrowser: false }),
      }),
    );

    const frameCount = Math.min(amount.frameCount, frameSet.frames.length);
    say('starting each engine, each time in a browser of its own');
    const starts = await measureStarts({ contestants, problems, frameCount, ...amount.starts });
    const requested = new Map(engines.map(({ id }) => [id, server.requested(id)]));
    say('frames, taking turns');
    const frames = await measureFrames({ contestants, problems, frameCount, rounds: amount.frameRounds });
    say('sessions');
    const sessions = new Map<EngineId, SessionResult>();
    // Nothing is timed here, so two engines may run at once.
    await inLanes(2, contestants, async (contestant) => {
      const { id, slow } = contestant.engine;
      const limitMs = slow ? amount.slowSessionLimitMs : amount.sessionLimitMs;
      const result = await problems.guard(id, 'sessions', () =>
        measureSessions({ contestant, sessions: amount.sessions, limitMs }),
      );
      if (result) sessions.set(id, result);
    });
    say('counting bytes');
    const rows: EngineResult[] = [];
    for (const { id, name, version } of engines) {
      const files = requested.get(id) ?? [];
      rows.push({
        id,
        name,
        version,
        starts: starts.get(id) ?? null,
        frames: frames.get(id) ?? null,
        bytes: files.length > 0 ? await measureBytes(files, cacheFolder) : null,
        sessions: sessions.get(id) ?? null,
        problems: problems.of(id),
      });
    }
    return {
      measuredAt: new Date().toISOString(),
      quick: amount.quick,
      tookSeconds: Math.round((performance.now() - startedMs) / 1000),
      machine: machineFacts(`Chromium ${shared.version()}`, loadAtStart),
      frames: {
        kind: frameSet.kind,
        description: frameSet.description,
        faceWidthPx: frameSet.faceWidthPx,
      },
      engines: rows,
    };
  } finally {
    for (const close of closing.reverse()) await close().catch(() => undefined);
  }
}

/** For the engine in Node: frames as files, gone with the folder. */
async function writeFrames({ frames }: FrameSet, folder: string, list: string): Promise<void> {
  const files = [];
  for (const [index, { data, widthPx, heightPx }] of frames.entries()) {
    const path = join(folder, `frame-${index}.rgba`);
    await writeFile(path, data);
    files.push({ path, widthPx, heightPx });
  }
  await writeFile(list, JSON.stringify(files));
}
