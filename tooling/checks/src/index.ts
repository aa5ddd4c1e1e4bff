export { bannedDependencies } from './bannedDependencies.js';
export { committedPictures } from './committedPictures.js';
export { committedWeights } from './committedWeights.js';
export { forbiddenWords } from './forbiddenWords.js';
export { unfitLicences } from './licences.js';
export { longSourceFiles } from './longSourceFiles.js';
export { newerThanOldBrowsers } from './newerThanOldBrowsers.js';
export { publicNameChanges, publicNames } from './publicNames.js';
export { undeclaredImports, unpublishedDependencies } from './undeclaredImports.js';
