import { resolve } from 'node:path';
import { z } from 'zod';

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** What a person may set in the environment; a variable that is set but empty counts as not set. */
const Environment = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  KHEO_DATA: z.string().default('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host/name' })
    .optional(),
  KHEO_DEMO: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('1'),
  KHEO_NOW: z.iso.datetime({ offset: true, error: 'must be an instant such as 2019-11-20T08:00:00+07:00' }).optional(),
  KHEO_LOG: z.enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' }).default('info'),
  KHEO_PROXIES: wholeNumber(0, 10).default(0),
  KHEO_FILE_SCANNER: z.string().optional(),
  MAIL_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'must look like Khéo <kheo@example.vn>')
    .optional(),
  // In the clear on this machine alone: what comes back says who somebody is.
  OIDC_ISSUER: z
    .string()
    .regex(
      /^(https:\/\/[^\s/]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$))/,
      'must look like https://login.example.vn',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60).optional(),
  ORIGIN: z.url({ protocol: /^https?$/, error: 'must look like https://kheo.example.vn' }).optional(),
});

export type Settings = {
  port: number;
  host: string;
  /** Absolute folder of everything that Khéo keeps on disk. */
  dataFolder: string;
  /** The owner of the database; absent = the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** Whether the first start fills an empty place with demo data. */
  demo: boolean;
  /** Fixes the clock, in tests and pictures. */
  now: Date | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** How many proxies in front may be believed about protocol and address; 0 = none. */
  trustedProxies: number;
  /** The command that says whether a file is clean, at its standard input, by its exit code; absent = none is asked. */
  fileScanner: string | undefined;
  /** The public address, as scheme and host; absent = what the request says. */
  origin: string | undefined;
  /** Where letters are given up, and from whom they come; absent = no letters. Links in them need `origin`. */
  mail: Mail | undefined;
  /** Single sign-on by a provider elsewhere; absent = none. */
  oidc: Oidc | undefined;
};
export interface Mail {
  url: string;
  from: string;
}
export interface Oidc {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call the provider; absent = its host. */
  label: string;
}

/** Reads the settings from an environment; throws one sentence that names each wrong variable. */
export function parseSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
    throw new Error(`Khéo cannot start with this environment: ${wrong.join('; ')}.`);
  }
  const it = parsed.data;
  together(given, ['MAIL_URL', 'MAIL_FROM']);
  together(given, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  if ((it.MAIL_URL || it.OIDC_ISSUER) && !it.ORIGIN)
    throw new Error('Khéo cannot start with this environment: ORIGIN (letters and single sign-on lead back to it).');
  return {
    port: it.PORT,
    host: it.HOST,
    dataFolder: resolve(it.KHEO_DATA),
    databaseUrl: it.DATABASE_URL,
    demo: it.KHEO_DEMO !== '0',
    now: it.KHEO_NOW === undefined ? undefined : new Date(it.KHEO_NOW),
    logLevel: it.KHEO_LOG,
    trustedProxies: it.KHEO_PROXIES,
    fileScanner: it.KHEO_FILE_SCANNER,
    origin: it.ORIGIN === undefined ? undefined : new URL(it.ORIGIN).origin,
    mail: it.MAIL_URL && it.MAIL_FROM ? { url: it.MAIL_URL, from: it.MAIL_FROM } : undefined,
    oidc:
      it.OIDC_ISSUER && it.OIDC_CLIENT_ID && it.OIDC_CLIENT_SECRET
        ? {
            issuer: it.OIDC_ISSUER,
            clientId: it.OIDC_CLIENT_ID,
            clientSecret: it.OIDC_CLIENT_SECRET,
            label: it.OIDC_LABEL ?? new URL(it.OIDC_ISSUER).host,
          }
        : undefined,
  };
}

/** Variables of which one without the others means nothing. */
function together(given: Record<string, unknown>, names: string[]): void {
  const missing = names.filter((name) => !(name in given));
  if (missing.length > 0 && missing.length < names.length)
    throw new Error(
      `Khéo cannot start with this environment: ${missing.join(', ')} (needed with the others of its kind).`,
    );
}

let parsedOnce: Settings | undefined;

/** The settings of this process, parsed at the first call. */
export function settings(): Settings {
  parsedOnce ??= parseSettings(process.env);
  return parsedOnce;
}

/** Makes this process and its children use the database at `url`: told once, by whoever opened it. */
export function useDatabase(url: string): void {
  process.env.DATABASE_URL = url;
  parsedOnce = parseSettings(process.env);
}
