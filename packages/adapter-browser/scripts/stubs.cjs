// Stands in for modules that are named and never used in a browser.
module.exports = { FaceMesh: undefined, FaceDetection: undefined, VERSION: 'not-included' };
