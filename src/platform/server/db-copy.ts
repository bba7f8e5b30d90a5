import pg from 'pg';
import { GrowingBytes } from './growing-bytes.ts';

/** Bytes that are kept together: some thousand rows. */
const STRETCH = 256 * 1024;

/** A `copy … to stdout`. It is pg's own kind of query, since a connection that sends ahead takes no other. */
class CopyOut extends pg.Query {
  readonly #take: (rows: Uint8Array) => void;
  #stretch = new GrowingBytes(STRETCH);

  constructor(text: string, take: (rows: Uint8Array) => void, done: (failure?: Error) => void) {
    super(text, done);
    this.#take = take;
  }

  /** Called by pg for each row; the bytes are its own and will be written over. */
  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    if (!this.#stretch.hasRoom(chunk.length)) {
      this.giveRest();
      this.#stretch = new GrowingBytes(Math.max(STRETCH, chunk.length));
    }
    this.#stretch.add(chunk);
  }
  giveRest(): void {
    if (this.#stretch.length > 0) this.#take(this.#stretch.added());
  }
}

/**
 * Gives the rows of a select without parameters as the database copies them out: UTF-8, a line a row, the cells parted by tabs, what
 * is null as nothing, and tabs, ends of lines and backslashes within a cell told by a backslash
 * (https://www.postgresql.org/docs/current/sql-copy.html); in stretches of whole rows, as they come. Of a hundred thousand rows it
 * takes half of what a select that builds texts of them takes.
 */
export function copyOut(client: pg.ClientBase, select: string, take: (rows: Uint8Array) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = new CopyOut(`copy (${select}) to stdout (null '')`, take, (failure) => {
      if (failure) return reject(failure);
      copy.giveRest();
      resolve();
    });
    client.query(copy);
  });
}
