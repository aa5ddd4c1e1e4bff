/** A piece of a document, before it is Markdown or HTML. All texts are plain. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What somebody has to do or to judge by hand: a box to tick each. */
  | { readonly kind: 'checks'; readonly items: readonly string[] }
  /** Names and their values. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A line to be filled in by hand. */
  | { readonly kind: 'blanks'; readonly labels: readonly string[] };
