// Stands in for @mediapipe/face_mesh and @mediapipe/face_detection, whose own runtimes are never used.
module.exports = { FaceMesh: undefined, FaceDetection: undefined, VERSION: 'not-included' };
