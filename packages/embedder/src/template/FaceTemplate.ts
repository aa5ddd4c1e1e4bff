/**
 * A face as numbers. It is biometric data: it names a person to whoever has another picture of them, so it is encrypted
 * wherever it is stored and never written into a log.
 */
export interface FaceTemplate {
  /** `name@version` of the model that made it; only templates of the same model are compared. */
  readonly model: string;
  /** Of length 1. */
  readonly values: Float32Array;
}
