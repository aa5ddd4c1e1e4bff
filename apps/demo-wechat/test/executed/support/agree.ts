import type { OpenPage } from '@huoti/wx-host';

/** How long a page may take on a busy machine, in ms. */
const PATIENCE = { timeoutMs: 60_000 };

/** Goes through the asking as a grown-up who reads, ticks and agrees. */
export async function agree(page: OpenPage): Promise<void> {
  await page.waitFor(() => page.find('#huoti-age-adult'), PATIENCE);
  await page.tap('#huoti-age-adult');
  await page.waitFor(() => page.find('#huoti-choice-liveness'), PATIENCE);
  await page.tap('#huoti-choice-liveness');
  await page.waitFor(
    () => page.find('#huoti-choice-liveness')?.attributes['aria-checked'] === 'true',
    PATIENCE,
  );
  await page.tap('#huoti-consent');
}
