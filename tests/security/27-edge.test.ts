import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { tellEdge } from '../../src/server.js';

type Headers = Record<string, string>;

/** The headers as the pages get them, for a request from 10.0.0.9 over plain http. */
function seen(
  headers: Headers,
  settings = { origin: undefined as string | undefined, trustedProxies: 0 },
  url = '/',
): Headers {
  const request = { url, headers: { host: 'kheo.local', ...headers }, socket: { remoteAddress: '10.0.0.9' } };
  tellEdge(request as unknown as IncomingMessage, settings);
  return request.headers;
}

describe('who asks, and over which protocol', () => {
  const forged = { 'x-forwarded-for': '1.1.1.1, 2.2.2.2', 'x-forwarded-proto': 'https', 'x-kheo-address': '3.3.3.3' };

  test('without a proxy a client is not believed', () => {
    expect(seen(forged)).toMatchObject({ 'x-kheo-address': '10.0.0.9', 'x-forwarded-proto': 'http' });
  });

  test('each trusted proxy vouches for one step, and no further', () => {
    expect(seen(forged, { origin: undefined, trustedProxies: 1 })).toMatchObject({
      'x-kheo-address': '2.2.2.2',
      'x-forwarded-proto': 'https',
    });
    expect(seen(forged, { origin: undefined, trustedProxies: 2 })['x-kheo-address']).toBe('1.1.1.1');
    expect(seen(forged, { origin: undefined, trustedProxies: 5 })['x-kheo-address']).toBe('1.1.1.1');
    expect(
      seen({ 'x-forwarded-proto': 'https, http' }, { origin: undefined, trustedProxies: 1 })['x-forwarded-proto'],
    ).toBe('http');
  });

  test('a set origin overrules name and protocol of the request', () => {
    const headers = seen({ host: 'evil.example' }, { origin: 'https://kheo.example.vn', trustedProxies: 0 });
    expect(headers).toMatchObject({ host: 'kheo.example.vn', 'x-forwarded-proto': 'https' });
  });
});

describe('the API is told by its path, as the router will read it', () => {
  const withCookie = { cookie: 'session=1', origin: 'https://evil.example' };
  const asApi = {
    host: 'kheo.local',
    origin: 'http://kheo.local',
    'x-forwarded-proto': 'http',
    'x-kheo-address': '10.0.0.9',
  };

  test.each(['/api/v1/units', '/api/v1/../v1/units?x=/office'])('%s loses its cookie and needs no origin', (url) => {
    expect(seen(withCookie, undefined, url)).toEqual(asApi);
  });

  test.each([
    '/api/../office',
    '/api/%2e%2e/office',
    '/api/.%2E/office',
    '//api/v1',
    '/API/v1',
    '/%61pi/v1',
    '/api',
    'http://y/api/v1',
    '*',
  ])('%s keeps both, so that the check of the origin refuses it', (url) => {
    expect(seen(withCookie, undefined, url)).toMatchObject(withCookie);
  });
});
