import type { Deployment } from '@huoti/privacy';

/** A field of a deployment that nobody has filled in: `{operator}`. */
const OPEN = /\{[a-z]+\}/;

/**
 * Whether the people who are asked learn by whom. The deployment that huoti comes with names nobody, and is no answer to a person.
 *
 * @example isOperatorNamed({ operator: { name: '{operator}', contact: '{contact}' } }) // false
 */
export function isOperatorNamed({ operator: { name, contact } }: Pick<Deployment, 'operator'>): boolean {
  return !OPEN.test(name) && !OPEN.test(contact);
}
