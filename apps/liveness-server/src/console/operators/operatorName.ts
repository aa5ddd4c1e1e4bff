/** Names are told apart without regard to case: `Li.Na` and `li.na` are one person at one keyboard. */
const NAME = /^[a-z0-9][a-z0-9._@-]{0,63}$/;

/** The name as it is kept; `null` for one that can't be a name. */
export function operatorName(typed: string): string | null {
  const name = typed.trim().toLowerCase();
  return NAME.test(name) ? name : null;
}
