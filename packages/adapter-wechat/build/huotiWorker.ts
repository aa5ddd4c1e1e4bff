// placeholder until the worker's half stands
import { createPackageEngine } from '../src/engine/createPackageEngine.js';
export { createPackageEngine };
