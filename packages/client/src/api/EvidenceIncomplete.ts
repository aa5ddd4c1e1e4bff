import { HuotiError } from '@huoti/protocol';

/** The server lacks parts that the manifest names: the client looks which ones, sends them, and completes again. */
export class EvidenceIncomplete extends HuotiError {
  constructor(detail: string) {
    super('NETWORK_FAILED', `the evidence did not arrive whole: ${detail}`, { retryable: true });
  }
}
