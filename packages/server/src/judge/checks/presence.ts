import { fuseSignals, fusionModelFor, type SignalReadings } from '@huoti/core';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * All signals together show a person who is there, by the same rule as on the client. What was not measured never helps, and
 * signals of one family alone show nothing.
 */
export function presence(readings: SignalReadings, { lit }: { lit: boolean }): CheckOutcome<void> {
  const model = fusionModelFor({ lit });
  const fused = fuseSignals({ readings: lit ? readings : withoutNet(readings), model });
  const { verdict, margin, contributions, families, rule } = fused;
  const parts = Object.entries(contributions).map(([name, part]) => `${name} ${part.toFixed(2)}`);
  const by = rule === null ? '' : `, rule ${rule}`;
  const got = `${verdict}${by}, margin ${margin.toFixed(2)}: ${parts.join(', ')}`;
  const expected = `present, margin 0 or more, two families or more (${model.version})`;
  if (verdict === 'present') return held(got, expected, undefined);
  return verdict === 'insufficient'
    ? failed(`${got}; measured families: ${families.join(', ') || 'none'}`, expected, {
        reason: 'SIGNALS_INSUFFICIENT',
      })
    : failed(got, expected, { reason: 'SPOOF_SUSPECTED' });
}

/**
 * The numbers for sessions without light were fitted with a texture net that saw whole pictures. A server has crops, of which the
 * same net says something else (docs/models.md: the views' scores can't be compared), so it has no say there: it counts as not
 * measured.
 */
function withoutNet({ 'texture-net': _net, ...others }: SignalReadings): SignalReadings {
  return others;
}
