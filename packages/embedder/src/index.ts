export type { EmbedInput, FaceEmbedder } from './FaceEmbedder.js';
export { faceWeight } from './faceWeight.js';
export type { Calibration } from './template/Calibration.js';
export { compareTemplates, type TemplateComparison } from './template/compareTemplates.js';
export type { FaceTemplate } from './template/FaceTemplate.js';
export { meanTemplate, type WeightedTemplate } from './template/meanTemplate.js';
export { parseTemplate } from './template/parseTemplate.js';
export { serializeTemplate } from './template/serializeTemplate.js';
