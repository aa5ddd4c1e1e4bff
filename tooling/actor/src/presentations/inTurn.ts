import type { Random } from '../random/createRandom.js';
import type { Source } from './Source.js';

/**
 * Sources in a drawn order in which people take turns: whoever has many pictures is not presented more often than others.
 *
 * @returns the source of each index, without end
 */
export function inTurn(sources: readonly Source[], random: Random): (index: number) => Source {
  const people = shuffled([...new Set(sources.map(({ person }) => person))], random);
  const of = new Map(
    people.map((person) => [
      person,
      shuffled(
        sources.filter((source) => source.person === person),
        random,
      ),
    ]),
  );
  return (index) => {
    const person = people[index % people.length] as string;
    const own = of.get(person) as Source[];
    return own[Math.floor(index / people.length) % own.length] as Source;
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const out = [...list];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(random.next() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}
