import { Gauge } from 'prom-client';
import type { Metrics } from './createMetrics.js';

/** How many requests of people wait for an answer, and how many of them too long. */
export interface RightsState {
  readonly open: number;
  readonly overdue: number;
}

/**
 * Adds what waits for an answer to the numbers. It is asked whenever they are read; a database that is away is told by /readyz, and the other
 * numbers are given all the same.
 *
 * @example watchRightsCases(metrics, () => readRightsState(context));
 */
export function watchRightsCases(
  { registry }: Pick<Metrics, 'registry'>,
  ask: () => Promise<RightsState>,
): void {
  const registers = [registry];
  // Two numbers of one look: whoever comes second joins the first.
  let asking: Promise<RightsState | undefined> | null = null;
  const look = (): Promise<RightsState | undefined> =>
    (asking ??= ask()
      .catch(() => undefined)
      .finally(() => (asking = null)));
  const gauge = (name: string, help: string, of: keyof RightsState): Gauge =>
    new Gauge({
      ...{ name, help, registers },
      async collect() {
        const state = await look();
        if (state !== undefined) this.set(state[of]);
      },
    });
  gauge('huoti_rights_cases_open', 'Requests of people that wait for an answer', 'open');
  gauge('huoti_rights_cases_overdue', 'Those of them whose due date is over', 'overdue');
}
