import { fuseSignals } from '../antispoof/fusion/fuseSignals.js';
import { fusionModelFor } from '../antispoof/fusion/fusionModelFor.js';
import type { SignalReadings } from '../antispoof/SignalReadings.js';
import type { Ending } from './Ending.js';

/** How many signals a refusal names: those that spoke most against a person. */
const NAMED_SIGNALS = 3;

/**
 * How a session whose steps were all done ends: completed where the signals together show a person who is there, by the rule
 * and the numbers of the server. Only for sessions that no server judges: one that does sees the pictures as well.
 */
export function presenceEnding(
  readings: SignalReadings,
  { lit }: { lit: boolean },
): Exclude<Ending, { kind: 'fault' }> {
  const { verdict, margin, contributions, families, rule } = fuseSignals({
    readings,
    model: fusionModelFor({ lit }),
  });
  if (verdict === 'present') return { kind: 'completed' };
  if (verdict === 'insufficient') {
    const seen = families.join(', ') || 'none';
    const detail = `measured families: ${seen}; two or more are needed`;
    return { kind: 'refused', reason: 'SIGNALS_INSUFFICIENT', detail };
  }
  const against = Object.keys(contributions)
    .sort((a, b) => contributions[a]! - contributions[b]!)
    .slice(0, NAMED_SIGNALS)
    .map((name) => `${name} ${contributions[name]!.toFixed(2)}`);
  const why = rule === null ? `margin ${margin.toFixed(2)}` : `rule ${rule}`;
  return { kind: 'refused', reason: 'SPOOF_SUSPECTED', detail: `${why}: ${against.join(', ')}` };
}
