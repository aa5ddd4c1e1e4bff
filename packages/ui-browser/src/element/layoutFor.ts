/** How the pages fold. */
export type Layout = 'tight' | 'phone' | 'wide' | 'desk';

/**
 * The layout for an element's size in CSS px: its own size, not the window's, so that it folds rightly inside a dialog.
 */
export function layoutFor(widthPx: number, heightPx: number): Layout {
  if (widthPx >= 560 && heightPx < 520) return 'wide';
  if (widthPx >= 700 && heightPx >= 640) return 'desk';
  if (widthPx < 350 || heightPx < 640) return 'tight';
  return 'phone';
}
