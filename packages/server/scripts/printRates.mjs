import { pictureAgreement } from '../dist/judge/checks/pictureAgreement.js';
import { PICTURE_TOLERANCES } from '../dist/judge/pictures/pictureTolerances.js';

/** Pictures that a server asks for, in the middle of 8 to 12. */
const PICTURES_OF_SESSION = 10;

/** Sessions that are drawn from each clip. */
const DRAWS = 200;

const MEASURES = Object.keys(PICTURE_TOLERANCES);

/**
 * Prints, for train and test people: the distribution of each difference, and how many sessions of ten pictures of one
 * clip the tolerances refuse, genuine ones and those of each attack, and in which regard.
 *
 * @param {readonly {clip: string, part: string, kind: string, difference?: Record<string, number> | null, why?: string}[]} rows
 */
export function printRates(rows) {
  for (const part of ['train', 'test']) {
    const own = rows.filter((row) => row.part === part);
    for (const kind of [...new Set(own.map((row) => row.kind))]) {
      const some = own.filter((row) => row.kind === kind);
      const seen = some.filter(({ difference }) => difference);
      process.stdout.write(
        `\n${part}, ${kind}: ${some.length} pictures, ${some.length - seen.length} without one face\n`,
      );
      if (kind === 'genuine') {
        for (const measure of MEASURES) {
          const sorted = seen.map(({ difference }) => difference[measure]).sort((a, b) => a - b);
          const at = (share) =>
            sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(4);
          const numbers = [0.5, 0.9, 0.99, 1].map(at).join('  ');
          process.stdout.write(`  ${measure.padEnd(15)} 50 % ${numbers} 90, 99, 100 %\n`);
        }
      }
      printSessions(some);
    }
  }
}

function printSessions(rows) {
  const random = seeded(7);
  const clips = [...new Set(rows.map(({ clip }) => clip))];
  const refusedBy = Object.fromEntries(MEASURES.map((measure) => [measure, 0]));
  const perClip = [];
  let sessions = 0;
  let refused = 0;
  for (const clip of clips) {
    const pictures = rows.filter((row) => row.clip === clip);
    if (pictures.length < 3) continue;
    const before = refused;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const named = Array.from({ length: PICTURES_OF_SESSION }, () => {
        const row = pictures[Math.floor(random() * pictures.length)];
        return { name: row.clip, difference: row.difference ?? null };
      });
      const judged = named.filter(({ difference }) => difference !== null);
      const failing = MEASURES.filter(
        (measure) => !pictureAgreement(judged, measure, PICTURE_TOLERANCES[measure]).pass,
      );
      for (const measure of failing) refusedBy[measure] += 1;
      sessions += 1;
      // A picture without one face ends a session as well.
      if (failing.length > 0 || judged.length < named.length) refused += 1;
    }
    perClip.push([clip, (refused - before) / DRAWS]);
  }
  const percent = (count) => `${((100 * count) / Math.max(1, sessions)).toFixed(1)} %`;
  const by = MEASURES.map((measure) => `${measure} ${percent(refusedBy[measure])}`).join(', ');
  process.stdout.write(
    `  ${sessions} sessions of ${clips.length} clips, refused ${percent(refused)} (${by})\n`,
  );
  const notable = perClip.filter(([, share]) => share > 0 && share < 1);
  if (notable.length > 0 && notable.length < 8) {
    process.stdout.write(`  in part: ${notable.map(([clip, share]) => `${clip} ${share}`).join(', ')}\n`);
  }
}

/** Park and Miller's generator: the same draws each time. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
