import { settings } from './settings.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';
type Facts = Record<string, unknown>;

const ORDER: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };

// Masked by the name of the field, since the value of a secret has no shape to know it by.
const SECRET = /pass(word|phrase)?|secret|token|cookie|authorization|^code$|one_?time/i;
const PASSWORD_IN_URL = /(\b[a-z]+:\/\/[^:@/\s]*):[^@/\s]+@/gi;

/** One line of JSON for an event: time, level, msg and the facts, new lines escaped, secrets masked. */
export function line(level: Level, msg: string, facts: Facts = {}, now = new Date()): string {
  return JSON.stringify({ time: now.toISOString(), level, msg: withoutPassword(msg), ...(masked(facts) as Facts) });
}

/** Writes an event to standard error, unless the settings ask for less; `requestId` belongs into the facts. */
export function log(level: Level, msg: string, facts?: Facts): void {
  if (ORDER[level] >= ORDER[settings().logLevel]) process.stderr.write(`${line(level, msg, facts)}\n`);
}

function masked(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutPassword(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    return {
      name,
      message: withoutPassword(message),
      stack: withoutPassword(stack ?? ''),
      cause: masked(cause, depth + 1),
    };
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (depth > 5) return '…';
  if (Array.isArray(value)) return value.map((each) => masked(each, depth + 1));
  const entries = Object.entries(value).map(([key, each]) => [key, SECRET.test(key) ? '***' : masked(each, depth + 1)]);
  return Object.fromEntries(entries);
}

function withoutPassword(text: string): string {
  return text.replace(PASSWORD_IN_URL, '$1:***@');
}
