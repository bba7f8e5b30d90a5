import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * The web: the built pages behind what only the edge can know: who asks, over which protocol, under which name.
 * @param {{ port: number, host: string, origin: string | undefined, trustedProxies: number }} settings
 * @returns {Promise<import('node:http').Server>} listening; rejects when the port is taken
 */
export async function serve(settings) {
  // The adapter reads these at import. It would believe a client's headers: `tellEdge` overwrites both in every request.
  Object.assign(process.env, {
    PROTOCOL_HEADER: 'x-forwarded-proto',
    ADDRESS_HEADER: 'x-kheo-address',
    BODY_SIZE_LIMIT: '30M',
  });
  // Not a literal: type checks would otherwise read the whole build.
  const { handler } = await import(new URL('../build/handler.js', import.meta.url).href);
  const server = createServer((request, response) => {
    const requestId = randomUUID();
    request.headers['x-request-id'] = requestId;
    response.setHeader('x-request-id', requestId);
    tellEdge(request, settings);
    handler(request, response, () => response.writeHead(404).end());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(settings.port, settings.host, () => resolve(undefined));
  });
  return server;
}

/**
 * Replaces what a client says about protocol, name and address by what is known.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ origin: string | undefined, trustedProxies: number }} settings
 */
export function tellEdge(request, { origin, trustedProxies }) {
  const { headers, socket } = request;
  // Each proxy appends what it saw, so only the last entries, one for each trusted proxy, are not the client's own words.
  const told = (/** @type {string | string[] | undefined} */ value) =>
    String(value ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
  const protocols = trustedProxies > 0 ? told(headers['x-forwarded-proto']) : [];
  const addresses = [
    ...(trustedProxies > 0 ? told(headers['x-forwarded-for']) : []),
    socket.remoteAddress ?? 'unknown',
  ];
  const own = origin === undefined ? undefined : new URL(origin);
  const protocol = own ? own.protocol.slice(0, -1) : (protocols.at(-trustedProxies) ?? protocols[0]);
  headers['x-forwarded-proto'] = protocol === 'https' ? 'https' : 'http';
  headers['x-kheo-address'] = addresses.at(-1 - trustedProxies) ?? addresses[0];
  if (own) headers.host = own.host;
  if (isApi(request.url ?? '/')) {
    // The API knows bearer tokens only. Without a cookie no foreign page can act as anyone, so the check of the origin,
    // which programs do not send, may pass.
    delete headers.cookie;
    headers.origin = `${headers['x-forwarded-proto']}://${headers.host}`;
  }
}

/**
 * By the path as the router will see it: `/api/../office` is not the API.
 * @param {string} url
 */
function isApi(url) {
  if (!URL.canParse(url, 'http://x')) return false;
  const { pathname, host } = new URL(url, 'http://x');
  return host === 'x' && pathname.startsWith('/api/');
}
