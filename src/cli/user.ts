import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { unitByCode } from '#modules/organisations/unit/server/queries.ts';
import { readableCode, usernameOf } from '#modules/people/account/rules.ts';
import type { CreateAccount } from '#modules/people/account/schema.ts';
import { createAccount, disableAccount, enableAccount, resetPassword } from '#modules/people/account/server/actions.ts';
import { accountByName, listPeople, type PersonRow } from '#modules/people/account/server/queries.ts';
import { ROLES } from '#modules/people/appointment/rules.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { asSystem } from './as-system.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';
import { importPeople } from './user-import.ts';

export const USAGE = `./bin/kheo user add --username NAME --name "FULL NAME" --role ROLE --unit CODE [--registrant NAME] [--sector CODE] [--password -]
./bin/kheo user list [--json]
./bin/kheo user disable|enable USERNAME
./bin/kheo user password USERNAME [--password -]
./bin/kheo user import FILE [--on DAY] [--dry-run] [--json]

ROLE is one of ${ROLES.join(', ')}.
Without --password one is made by chance and printed once; --password - reads it from standard input.`;

const OPTIONS = {
  username: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  unit: { type: 'string' },
  registrant: { type: 'string' },
  sector: { type: 'string' },
  subject: { type: 'string' },
  password: { type: 'string' },
  on: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Given = { [name in Exclude<keyof typeof OPTIONS, 'json' | 'dry-run'>]?: string };
type Answer = { said: string; data: unknown };

/** `kheo user …`: lets people in and keeps them out, as the pages do, through the same actions. */
export const run: Run = async (args, io) => {
  const { values, positionals } = orUsage(`\n${USAGE}`, () =>
    parseArgs({ args, options: OPTIONS, allowPositionals: true }),
  );
  const [verb = '', username = ''] = positionals;
  if (verb === 'import' && positionals.length === 2) return importPeople(username, values, io);
  const wants = { add: 1, list: 1, disable: 2, enable: 2, password: 2 }[verb];
  if (wants !== positionals.length) {
    io.say(USAGE);
    return 1;
  }
  const { said, data } = await asSystem((ctx) => perform(ctx, verb, username, values), io.say);
  io.answer(values.json ? JSON.stringify(data) : said);
  return 0;
};

async function perform(ctx: Context, verb: string, username: string, given: Given): Promise<Answer> {
  if (verb === 'list') return list(ctx);
  if (verb === 'add') return add(ctx, given);
  const account = await read(ctx, (db) => accountByName(db, usernameOf(username)));
  if (!account) throw new Error(`Nobody has the user name "${username}": see ./bin/kheo user list`);
  const { personId } = account;
  if (verb === 'password') {
    const password = passwordFrom(given.password);
    await resetPassword(ctx, { personId, password });
    return told(`${account.username} has a new password.`, { personId, username: account.username }, password, given);
  }
  await (verb === 'disable' ? disableAccount : enableAccount)(ctx, { personId });
  return { said: `${account.username} is ${verb}d.`, data: { personId, username: account.username } };
}

async function add(ctx: Context, given: Given): Promise<Answer> {
  const missing = (['username', 'name', 'role', 'unit'] as const).filter((name) => !given[name]);
  if (missing.length > 0) throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}\n\n${USAGE}`);
  const code = given.unit as string;
  const unit = await read(ctx, (db) => unitByCode(db, code, dayOf(ctx.now)));
  if (!unit) throw new Error(`No unit has the code ${code} today.`);
  const sector = (await read(ctx, listSectors)).find((each) => each.code === given.sector);
  if (given.sector && !sector) throw new Error(`No sector has the code ${given.sector}.`);
  const password = passwordFrom(given.password);
  const { registrant, subject } = given;
  const input = {
    username: given.username,
    fullName: given.name,
    role: given.role,
    sectorId: sector?.id,
    unitId: unit.id,
    password,
    registrant,
    subject,
  };
  const { personId } = await createAccount(ctx, input as z.input<typeof CreateAccount>);
  const username = usernameOf(given.username as string);
  return told(`${username} may sign in: ${given.role}, ${unit.name}.`, { personId, username }, password, given);
}

async function list(ctx: Context): Promise<Answer> {
  const all: PersonRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await read(ctx, (db) => listPeople(db, ctx.scope, ctx.now, { after }));
    all.push(...page.people);
    if (!page.next) break;
    after = page.next;
  }
  const lines = all.map(({ username, fullName, disabledAt, duties }) =>
    [
      username,
      fullName,
      disabledAt ? 'disabled' : 'open',
      duties.map((duty) => `${duty.role} ${duty.unit}`).join('; '),
    ].join('\t'),
  );
  const data = all.map(({ id, username, fullName, disabledAt, duties }) => ({
    personId: id,
    username,
    name: fullName,
    disabled: disabledAt !== null,
    duties,
  }));
  return { said: lines.join('\n'), data };
}

/** A password made here is told once, since nobody else knows it; one that was given is not repeated. */
function told(said: string, data: object, password: string, given: Given): Answer {
  if (given.password !== undefined) return { said, data };
  return { said: `${said}\nPassword, shown this once: ${password}`, data: { ...data, password } };
}

function passwordFrom(given: string | undefined): string {
  if (given === '-') return (readFileSync(0, 'utf8').split('\n')[0] ?? '').replace(/\r$/, '');
  return given ?? readableCode(randomBytes(12));
}
