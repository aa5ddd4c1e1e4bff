import { createFootagePlayer, createNodeLandmarker, openWorkshop } from '@huoti/actor/workshop';
import type { Person } from './Person.js';
import { seededRandom } from './seededRandom.js';

/** Recordings that are open. */
export interface People {
  /** A person at the beginning. @throws TypeError for a recording without a labelled action */
  of(recording: string): Person;
  close(): void;
}

/**
 * Opens recordings as people who do on demand what they do in them. Each is decoded and looked at once, and kept in the system's folder for
 * passing files.
 */
export async function findPeople(fixtures: string, recordings: readonly string[]): Promise<People> {
  const landmarker = createNodeLandmarker();
  await landmarker.load();
  const { footage } = await openWorkshop({ fixtures, landmarker, only: recordings });
  await landmarker.dispose();
  return {
    of(recording) {
      const one = footage.find(({ footage: { id } }) => id === recording);
      if (!one) throw new TypeError(`${recording} can't be cut into pieces`);
      return {
        name: one.footage.person,
        player: createFootagePlayer({ ...one, random: seededRandom(11) }),
      };
    },
    close: () => footage.forEach((one) => one.footage.close()),
  };
}
