import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** Folder of the recordings of real people, kept outside of the repository: `HUOTI_FIXTURES`, else beside it. Ends in a slash. */
export const footageFolder = (): string =>
  `${process.env.HUOTI_FIXTURES || `${repository}../shared/fixtures`}/`;
