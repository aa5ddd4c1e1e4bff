import { fuseSignals } from '../antispoof/fusion/fuseSignals.js';
import type { FusionModel, SignalWeight } from '../antispoof/fusion/FusionModel.js';
import { fusionModelFor } from '../antispoof/fusion/fusionModelFor.js';
import type { SignalReadings } from '../antispoof/SignalReadings.js';
import type { Ending } from './Ending.js';

/** How many signals a refusal names: those that spoke most against a person. */
const NAMED_SIGNALS = 3;

/**
 * How a session whose steps were all done ends on a device that no server stands behind: refused where what was measured speaks
 * against a person who is there, by the rule and the numbers of the server.
 *
 * What could not be measured is not held against anybody here: a session of one action may be over in two seconds, its result is
 * never verified, and it says which signals were measured. Where that matters a server judges, which also sees the pictures; there
 * a missing signal costs, and fewer than two families are SIGNALS_INSUFFICIENT.
 */
export function presenceEnding(
  readings: SignalReadings,
  { lit }: { lit: boolean },
): Exclude<Ending, { kind: 'fault' }> {
  const { verdict, margin, contributions, rule } = fuseSignals({
    readings,
    model: forgiving(fusionModelFor({ lit })),
  });
  if (verdict !== 'spoof') return { kind: 'completed' };
  const against = Object.keys(contributions)
    .sort((a, b) => contributions[a]! - contributions[b]!)
    .slice(0, NAMED_SIGNALS)
    .map((name) => `${name} ${contributions[name]!.toFixed(2)}`);
  const why = rule === null ? `margin ${margin.toFixed(2)}` : `rule ${rule}`;
  return { kind: 'refused', reason: 'SPOOF_SUSPECTED', detail: `${why}: ${against.join(', ')}` };
}

/** The same numbers, a missing signal costing nothing. It still gains nothing. */
function forgiving(model: FusionModel): FusionModel {
  const signals: Record<string, SignalWeight> = {};
  for (const name of Object.keys(model.signals)) signals[name] = { ...model.signals[name]!, missing: 0 };
  return { ...model, signals };
}
