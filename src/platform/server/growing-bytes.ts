/** Bytes that are added to, piece by piece, in one stretch of memory. */
export class GrowingBytes {
  length = 0;
  buffer: Buffer;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafeSlow(size);
  }

  hasRoom(more: number): boolean {
    return this.length + more <= this.buffer.length;
  }

  makeRoom(more: number): void {
    if (this.hasRoom(more)) return;
    const grown = Buffer.allocUnsafeSlow(2 * (this.length + more));
    grown.set(this.added());
    this.buffer = grown;
  }

  add(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  addByte(byte: number): void {
    this.makeRoom(1);
    this.buffer[this.length] = byte;
    this.length += 1;
  }

  /** What was added; it stays what it is until more is. */
  added(): Buffer {
    return this.buffer.subarray(0, this.length);
  }
}
