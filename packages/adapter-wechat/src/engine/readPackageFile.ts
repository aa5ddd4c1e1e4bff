import { HuotiError } from '@huoti/protocol';
import type { MiniProgramFailure, MiniProgramFiles } from '../platform/MiniProgramApi.js';

/** `no such file or directory` in the words of the platforms, and WeChat's number for it. */
const ABSENT = /no such file|not exist|not found|enoent|不存在/i;
const ABSENT_ERRNO = 1300002;

/**
 * Reads one package file.
 *
 * @throws HuotiError MODEL_LOAD_FAILED (retryable where the file is absent: its subpackage may come yet), BACKEND_UNAVAILABLE where
 * the base library can't unpack brotli
 */
export function readPackageFile(
  files: MiniProgramFiles,
  filePath: string,
  brotli: boolean,
): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const success = ({ data }: { readonly data: ArrayBuffer | string }): void => {
      if (typeof data !== 'string') resolve(data);
      else reject(new HuotiError('MODEL_LOAD_FAILED', `${filePath} was read as text: bytes are needed`));
    };
    const fail = (failure?: MiniProgramFailure): void => reject(failed(filePath, failure));
    try {
      if (!brotli) files.readFile({ filePath, success, fail });
      else if (files.readCompressedFile)
        files.readCompressedFile({ filePath, compressionAlgorithm: 'br', success, fail });
      else
        reject(
          new HuotiError(
            'BACKEND_UNAVAILABLE',
            'this base library cannot unpack the models: ask for 2.21.1 or newer (readCompressedFile)',
          ),
        );
    } catch (cause) {
      reject(new HuotiError('MODEL_LOAD_FAILED', `${filePath} could not be read`, { cause }));
    }
  });
}

function failed(filePath: string, failure: MiniProgramFailure = {}): HuotiError {
  const { errMsg = '', errno, errCode } = failure;
  const absent = ABSENT.test(errMsg) || errno === ABSENT_ERRNO || errCode === ABSENT_ERRNO;
  return new HuotiError(
    'MODEL_LOAD_FAILED',
    absent
      ? `${filePath} is not there yet: load its subpackage first (preloadRule, require.async), then try again`
      : `${filePath} could not be read (${errMsg}): write the packages again`,
    { cause: failure, retryable: absent },
  );
}
