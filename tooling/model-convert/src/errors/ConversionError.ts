/**
 * Why a conversion stopped.
 *
 * - `MALFORMED_FILE`: the bytes are not what their format promises (truncated, an offset outside the file, a wrong mark).
 * - `WRONG_SOURCE`: the file is well-formed but not the pinned one.
 * - `UNSUPPORTED`: an operation, a tensor type or an option that this converter does not know.
 */
export type ConversionErrorCode = 'MALFORMED_FILE' | 'WRONG_SOURCE' | 'UNSUPPORTED';

/**
 * The one error of this package. The message names the operation, tensor or byte offset at fault.
 *
 * @example
 * try { readTfliteModel(bytes); } catch (error) { if (error instanceof ConversionError) report(error.code); }
 */
export class ConversionError extends Error {
  readonly code: ConversionErrorCode;

  constructor(code: ConversionErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ConversionError';
    this.code = code;
  }
}
