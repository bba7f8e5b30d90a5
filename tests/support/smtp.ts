import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  /** Headers and body, decoded enough to be read. */
  text: string;
}

/** A mail server of the tests' own on a free port; `refuse` makes it turn the next letters away. */
export async function openSmtp({ user = 'kheo', password = 'thư của tỉnh' } = {}) {
  const letters: Received[] = [];
  const state = { refused: 0 };
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    // There is no certificate here, so the words go in the clear.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth(auth, _session, done) {
      const right = auth.username === user && auth.password === password;
      done(right ? null : new Error('wrong'), right ? { user } : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (state.refused > 0) {
          state.refused--;
          done(Object.assign(new Error('come back later'), { responseCode: 451 }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: readable(Buffer.concat(chunks).toString('utf8')),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    letters,
    /** Turns the next `times` letters away for the moment. */
    refuse: (times: number) => {
      state.refused = times;
    },
    /** Waits for a letter to `to`, the first one not taken yet. */
    async letterTo(to: string, withinMs = 15_000): Promise<Received> {
      for (const until = Date.now() + withinMs; Date.now() < until; ) {
        const at = letters.findIndex((letter) => letter.to.includes(to));
        if (at >= 0) return letters.splice(at, 1)[0] as Received;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`no letter came to ${to}`);
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Undoes what mail does to long lines and to letters with marks. */
function readable(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`;
  if (!/quoted-printable/i.test(head)) return `${head}\n\n${body}`;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, 'latin1').toString('utf8')}`;
}
