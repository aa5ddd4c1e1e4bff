import { createBrowserHost } from '@huoti/adapter-browser';
import { createLiveness, type Liveness } from '@huoti/client';
import type { FrameSource } from '@huoti/core';
import { modelManifest } from '@huoti/models';
import type { AgeBand, ConsentRequest } from '@huoti/protocol';
import type { SessionRequest } from '@huoti/ui-browser';
import { ASSETS_BASE_URL } from '../assetsBaseUrl.js';
import { askForSession } from './demoApi.js';

/** What {@link buildServerSession} takes. */
export interface ServerSessionOptions {
  readonly policy: string;
  readonly referenceId: string | null;
  /** Where a backend would know it. */
  readonly ageBand: AgeBand | null;
  readonly consent: ConsentRequest | null;
  readonly source: FrameSource;
  readonly light: SessionRequest['light'];
  readonly signal: AbortSignal;
}

/** A session that the service decides: the backend issues it, the page carries it through. */
export async function buildServerSession({
  policy,
  referenceId,
  ageBand,
  consent,
  source,
  light,
  signal,
}: ServerSessionOptions): Promise<Liveness> {
  const { sessionId, clientToken, publicUrl } = await askForSession(
    {
      policy,
      ...(referenceId === null ? {} : { referenceId }),
      ...(ageBand === null ? {} : { ageBand }),
    },
    signal,
  );
  return createLiveness({
    host: createBrowserHost({ assetsBaseUrl: ASSETS_BASE_URL, manifest: modelManifest, source, light }),
    server: { baseUrl: new URL('.', document.baseURI).href, publicUrl, sessionId, clientToken },
    consent,
  });
}
