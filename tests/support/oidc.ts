import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'kheo', secret: 'một bí mật đủ dài của máy khách'.normalize('NFD').replace(/[^a-z]/g, '') };

/** A provider of single sign-on on a free port, which believes whatever name is typed. */
export async function openProvider(redirectUri: string) {
  let server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    cookies: { keys: ['tests'] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: `${sub}@example.vn`, email_verified: false }),
    }),
  });
  server = provider.listen(port, '127.0.0.1') as Server;
  await once(server, 'listening');
  return {
    issuer,
    /** Goes where the site has sent a browser, signs in there as `name`, and answers the address it is sent back to. */
    signIn: (address: string, name: string) => walk(address, name, issuer),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

async function walk(address: string, name: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = address;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 12; step++) {
    const response = await fetch(next, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) cookies.set(key, value);
      else cookies.delete(key);
    }
    const location = response.headers.get('location');
    const body = await response.text();
    form = undefined;
    if (location) {
      next = new URL(location, next).href;
      if (!next.startsWith(issuer)) return new URL(next);
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(body)?.[1];
    if (!prompt) throw new Error(`${response.status} at ${next}: ${body.slice(0, 300)}`);
    form = prompt === 'login' ? { prompt, login: name, password: 'x' } : { prompt };
  }
  throw new Error('the provider leads in circles');
}
