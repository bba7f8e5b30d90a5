import { createServer, connect as dial, type Socket } from 'node:net';

/** A door before the database behind which every statement that a client sends is noted. */
export interface Wire {
  /** The database's address through this door. */
  url: string;
  /** The statements since the last call, without what opens and ends a transaction. */
  taken(): string[];
  close(): void;
}

// What sets the scope and what commits is not counted; nor is what the worker does in the same process.
const NOT_COUNTED = /^\s*(begin|commit|rollback|listen|set)\b|pgboss|fold_registration_count|pg_advisory|open_scope/i;

/** Opens a door to the database at `url`. It reads the frontend's messages of PostgreSQL's protocol 3.0 as they pass. */
export async function openWire(url: string): Promise<Wire> {
  const behind = new URL(url);
  let statements: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = dial(Number(behind.port), behind.hostname);
    const read = reader((statement) => {
      if (!NOT_COUNTED.test(statement)) statements.push(statement);
    });
    client.on('data', read).pipe(database).pipe(client);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => [client, database].map((each) => each.destroy()));
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const through = new URL(url);
  through.port = String((server.address() as { port: number }).port);
  return {
    url: through.href,
    taken() {
      const all = statements;
      statements = [];
      return all;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

const [QUERY, PARSE, BIND] = [...'QPB'].map((letter) => letter.charCodeAt(0));

/** Takes the bytes of one connection piece by piece and tells each statement when it is bound or sent as it stands. */
function reader(told: (statement: string) => void): (piece: Buffer) => void {
  const prepared = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const head = isStarted ? 1 : 0; // The message that starts a connection has no letter.
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      const [first = '', second = ''] = rest.toString('utf8', head + 4, end).split('\0');
      const kind = rest[0];
      if (isStarted && kind === QUERY) told(first);
      if (isStarted && kind === PARSE) prepared.set(first, second);
      if (isStarted && kind === BIND) told(prepared.get(second) ?? '');
      isStarted = true;
      rest = rest.subarray(end);
    }
  };
}
