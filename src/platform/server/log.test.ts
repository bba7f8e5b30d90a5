import { expect, test } from 'vitest';
import { line } from './log.ts';

const moment = new Date('2019-11-20T01:00:00Z');

test('an event is one line of JSON, whatever it holds', () => {
  const text = line(
    'warn',
    'first\nsecond',
    { requestId: 'r1', name: 'a\r\n{"level":"info"}', at: moment, count: 3n },
    moment,
  );
  expect(text).not.toMatch(/[\r\n]/);
  expect(JSON.parse(text)).toEqual({
    time: '2019-11-20T01:00:00.000Z',
    level: 'warn',
    msg: 'first\nsecond',
    requestId: 'r1',
    name: 'a\r\n{"level":"info"}',
    at: '2019-11-20T01:00:00.000Z',
    count: '3',
  });
});

test('no secret reaches it, however deep it lies', () => {
  const canary = 'canary-4711';
  const facts = {
    password: canary,
    body: [{ newPassword: canary, sessionToken: canary, code: canary }],
    headers: { cookie: canary, 'set-cookie': canary, authorization: canary },
    error: new Error(`cannot reach postgres://kheo:${canary}@127.0.0.1/kheo`, {
      cause: new Error(`postgres://x:${canary}@y/z`),
    }),
  };
  const text = line('error', `postgres://kheo:${canary}@127.0.0.1`, facts, moment);
  expect(text).not.toContain(canary);
  expect(text).toContain('postgres://kheo:***@127.0.0.1/kheo');
});

test('what points at itself does not keep it from being written', () => {
  const loop: Record<string, unknown> = { name: 'loop' };
  loop.self = loop;
  expect(line('info', 'x', { loop }, moment)).toContain('"name":"loop"');
});
