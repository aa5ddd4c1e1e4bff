/** The SQL blocks of a Markdown document, in order: what a reader is told to run is what is run here. */
export const sqlOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(([, sql = '']) => sql);
