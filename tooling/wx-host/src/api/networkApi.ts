import { types } from 'node:util';
import type { ApiMembers, HostCore } from '../HostCore.js';
import type { NetworkCall } from '../record/HostRecord.js';
import { CallFailure } from './CallFailure.js';
import type { NetworkTasks } from './NetworkTasks.js';
import type { AnsweredRequest } from './RequestHandler.js';

type Given = Readonly<Record<string, unknown>> & { readonly url?: string };
type Headers = Readonly<Record<string, string>>;

/** What the platform makes of an answer's body. */
function bodyOf(data: AnsweredRequest['data'], given: Given): unknown {
  const bytes =
    data instanceof Uint8Array
      ? Buffer.from(data)
      : Buffer.from(typeof data === 'object' ? JSON.stringify(data) : (data ?? ''));
  if (given['responseType'] === 'arraybuffer') return bytes;
  const text = bytes.toString('utf8');
  if ((given['dataType'] ?? 'json') !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** What is sent, as it is now: the mini-program may clear its buffer right after the call. */
function sentOf(data: unknown): unknown {
  if (types.isAnyArrayBuffer(data)) return new Uint8Array(data).slice().buffer;
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice().buffer;
  return typeof data === 'object' && data !== null ? (JSON.parse(JSON.stringify(data)) as unknown) : data;
}

/** The network. Every attempt is recorded before anything answers it. */
export function networkApi(core: HostCore, tasks: NetworkTasks): ApiMembers {
  const { answering, record, options, row } = core;

  const noted = (api: string, given: Given, method: string): NetworkCall => {
    const header = (given['header'] ?? given['headers'] ?? {}) as Headers;
    const call = {
      api,
      url: String(given.url),
      method,
      header,
      data: sentOf(given['data'] ?? given['filePath']),
    };
    record.network.push(call);
    return call;
  };

  const request = (given: Given): object => {
    const call = noted('request', given, String(given['method'] ?? 'GET'));
    const task = tasks.start(call.url);
    let abort: (failure: CallFailure) => void = () => undefined;
    const aborted = new Promise<CallFailure>((resolve) => (abort = resolve));
    // The platform's own limit is a minute.
    answering.later(
      () => abort(new CallFailure('timeout', { errno: 5 })),
      Number(given['timeout'] ?? 60_000),
    );
    const answered = async (): Promise<CallFailure | Record<string, unknown>> => {
      if (!options.request) return new CallFailure('no network: the test answers none', { errno: 600001 });
      const { statusCode, header = {}, data } = await options.request(call);
      const own = { statusCode, status: statusCode, [row.requestHeaders]: header, cookies: [] };
      return { ...own, data: bodyOf(data, given) };
    };
    answering.answer('request', { fail: () => undefined, ...given }, async () => {
      try {
        return await Promise.race([answered(), aborted]);
      } catch (thrown) {
        return new CallFailure(thrown instanceof Error ? thrown.message : String(thrown));
      } finally {
        tasks.end(task);
      }
    });
    return {
      abort: () => abort(new CallFailure('abort')),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
  };

  const refused =
    (api: string, method: string) =>
    (given: Given): object => {
      noted(api, given, method);
      answering.answer(
        api,
        { fail: () => undefined, ...given },
        () => new CallFailure('not answered in this host'),
      );
      return { abort: () => undefined, onProgressUpdate: () => undefined };
    };

  return {
    request,
    uploadFile: refused('uploadFile', 'POST'),
    downloadFile: refused('downloadFile', 'GET'),
    connectSocket: refused('connectSocket', 'CONNECT'),
  };
}
