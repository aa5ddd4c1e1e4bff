/** Bytes of a stream, taken out in pieces of the size that a format asks for. */
export class ByteQueue {
  private chunks: Buffer[] = [];
  private length = 0;
  private readonly source: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  private async pull(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    this.chunks.push(next.value);
    this.length += next.value.length;
    return true;
  }

  /** Exactly `count` bytes; `null` where the stream ends before the first of them; fewer where it ends inside. */
  async take(count: number): Promise<Buffer | null> {
    while (this.length < count) if (!(await this.pull())) break;
    if (this.length === 0) return null;
    const all = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks);
    const piece = all.subarray(0, count);
    const rest = all.subarray(piece.length);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
    return piece;
  }

  /** A line without its end; `null` at the end of the stream. Over `limit` bytes without an end: what there is. */
  async takeLine(limit = 1024): Promise<string | null> {
    let line = '';
    while (line.length < limit) {
      const byte = await this.take(1);
      if (!byte) return line === '' ? null : line;
      if (byte[0] === 10) return line;
      line += byte.toString('latin1');
    }
    return line;
  }
}
