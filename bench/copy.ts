import type pg from 'pg';

// What pg's connection offers for COPY, which its types leave out.
interface Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** A statement `copy … to stdout` or `copy … from stdin`, submitted to a pg client like a query. */
class Copy {
  readonly done: Promise<void>;
  readonly taken: Buffer[] = [];
  bytes = 0;
  private readonly text: string;
  private readonly given: readonly Buffer[];
  private readonly keep: boolean;
  private settle!: { resolve(): void; reject(error: Error): void };
  private failure: Error | undefined;

  constructor(text: string, given: readonly Buffer[], keep: boolean) {
    this.text = text;
    this.given = given;
    this.keep = keep;
    this.done = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }
  submit(connection: Connection): void {
    connection.query(this.text);
  }
  handleCopyInResponse(connection: Connection): void {
    for (const chunk of this.given) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.bytes += chunk.length;
    if (this.keep) this.taken.push(Buffer.from(chunk));
  }
  handleError(error: Error): void {
    this.failure = error;
    this.settle.reject(error);
  }
  handleReadyForQuery(): void {
    if (!this.failure) this.settle.resolve();
  }
  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

/** Runs `copy (select …) to stdout` and answers its bytes, kept as pieces if asked. */
export async function copyOut(
  client: pg.Client,
  select: string,
  keep = false,
): Promise<{ bytes: number; pieces: Buffer[] }> {
  const copy = new Copy(`copy (${select}) to stdout`, [], keep);
  client.query(copy as unknown as pg.Submittable);
  await copy.done;
  return { bytes: copy.bytes, pieces: copy.taken };
}

/** Runs `copy table (columns) from stdin` with pieces that `copyOut` kept. */
export async function copyIn(client: pg.Client, into: string, pieces: readonly Buffer[]): Promise<void> {
  const copy = new Copy(`copy ${into} from stdin`, pieces, false);
  client.query(copy as unknown as pg.Submittable);
  await copy.done;
}
