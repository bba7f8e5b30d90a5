import { request } from 'node:http';

type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  location: string;
};
type Headers = Record<string, string>;

/** A browser's requests without a browser: keeps cookies, follows nothing, may send any header and any path as it stands. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.ask('GET', path, headers);
  }

  /** Sends a form as a page of this site would. */
  post(path: string, form: Record<string, string>, headers: Headers = {}): Promise<Answer> {
    const type = 'application/x-www-form-urlencoded';
    const body = new URLSearchParams(form).toString();
    return this.ask('POST', path, { origin: this.origin, 'content-type': type, ...headers }, body);
  }

  async signIn(username: string, password: string): Promise<Answer> {
    return this.post('/dang-nhap', { username, password });
  }

  private ask(method: string, path: string, headers: Headers, body = ''): Promise<Answer> {
    const { hostname, port } = new URL(this.origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = {
      accept: 'text/html',
      ...(cookie && { cookie }),
      ...headers,
      'content-length': String(Buffer.byteLength(body)),
    };
    return new Promise((done, failed) => {
      const sent = request({ hostname, port, method, path, headers: all }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => {
          this.keep(response.headers['set-cookie'] ?? []);
          const location = response.headers.location ?? '';
          done({ status: response.statusCode ?? 0, headers: response.headers, body: text, location });
        });
      });
      sent.on('error', failed).end(body);
    });
  }

  private keep(lines: string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/max-age=0/i.test(line)) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}
