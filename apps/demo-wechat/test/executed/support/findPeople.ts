import { createFootagePlayer, createNodeLandmarker, openWorkshop } from '@huoti/actor/workshop';
import type { Person } from './Person.js';
import { seededRandom } from './seededRandom.js';

/**
 * Opens recordings as people who do on demand what they do in them. Each is decoded and looked at once, and kept in the system's folder for
 * passing files.
 *
 * @throws TypeError for a recording without a labelled action
 */
export async function findPeople(fixtures: string, recordings: readonly string[]): Promise<(id: string) => Person> {
  const landmarker = createNodeLandmarker();
  await landmarker.load();
  const { footage } = await openWorkshop({ fixtures, landmarker, only: recordings });
  await landmarker.dispose();
  return (id) => {
    const one = footage.find(({ footage: { id: known } }) => known === id);
    if (!one) throw new TypeError(`${id} can't be cut into pieces`);
    return {
      id,
      name: one.footage.person,
      player: createFootagePlayer({ ...one, random: seededRandom(11) }),
      close: () => one.footage.close(),
    };
  };
}
