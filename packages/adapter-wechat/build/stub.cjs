// Stands in for modules that are named and never used in a mini-program.
module.exports = {
  FaceMesh: undefined,
  FaceDetection: undefined,
  wasmWorkerContents: '',
  VERSION: 'not-included',
};
