export { createSboms, type Sbom } from './sbom/createSboms.js';
