/** A number that is too dear to be counted whenever somebody asks. */
export interface CounterRow {
  readonly name: string;
  readonly value: number;
  /** When it was counted. */
  readonly atMs: number;
}

export interface CounterTable {
  get(name: string): Promise<CounterRow | null>;
  /** Inserts or replaces. */
  put(row: CounterRow): Promise<void>;
}
