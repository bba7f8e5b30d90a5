import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { wordsIn } from '#messages/catalogues.ts';
import type { AuditFilter } from '#modules/people/audit/schema.ts';
import { auditSheet, exportedEvents } from '#modules/people/audit/server/queries-export.ts';
import { type Proof, sayBroken, verifyAudit } from '#modules/people/audit/server/queries-verify.ts';
import type { Context } from '#platform/server/context.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { asSystem } from './as-system.ts';
import type { Io, Run } from './run.ts';
import { orUsage } from './usage.ts';
import { withDatabase } from './with-database.ts';

export const USAGE = `./bin/kheo audit verify [--json]
./bin/kheo audit export [--from DAY] [--to DAY] [--json] [--out FILE]

DAY is yyyy-mm-dd or dd/mm/yyyy, both included. export writes CSV, with --json a line of JSON for each event.`;

const OPTIONS = {
  json: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
} as const;

/** `kheo audit …`: proves the chain of the audit, and hands it to an auditor. */
export const run: Run = async (args, io) => {
  const { values, positionals } = orUsage(`\n${USAGE}`, () =>
    parseArgs({ args, options: OPTIONS, allowPositionals: true }),
  );
  const json = values.json === true;
  const [verb] = positionals;
  if (positionals.length === 1 && verb === 'verify') return verify(io, json);
  if (positionals.length === 1 && verb === 'export') {
    const filter = { from: dayIn('--from', values.from), to: dayIn('--to', values.to) };
    await asSystem((ctx) => exportTo(ctx, filter, json, values.out), io.say);
    return 0;
  }
  io.say(USAGE);
  return 1;
};

/** 0 if every link holds; else 1, with the first that does not. */
function verify(io: Io, json: boolean): Promise<number> {
  return withDatabase(async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const proof = await verifyAudit(client);
      if (json) io.answer(JSON.stringify(proof));
      if (proof.broken) io.say(`${sayBroken(proof.broken)} Up to there the chain holds: ${counted(proof)}`);
      else if (!json) io.answer(whole(proof));
      return proof.broken ? 1 : 0;
    } finally {
      await client.end();
    }
  }, io.say);
}

const counted = ({ sealed, unsealed, emptied }: Proof) =>
  `${sealed} events are sealed, ${emptied} of them emptied; ${unsealed} wait for their seal.`;

function whole(proof: Proof): string {
  const { head } = proof;
  const last = head ? `\nThe last link, at position ${head.position}: ${head.link}` : '';
  return `The audit is whole. ${counted(proof)}${last}`;
}

async function exportTo(ctx: Context, filter: AuditFilter, json: boolean, file: string | undefined): Promise<void> {
  const bytes = json ? jsonLines(ctx, filter) : auditSheet(ctx, filter, { t: wordsIn('vi'), language: 'vi' });
  const target: Writable = file === undefined ? process.stdout : createWriteStream(file, { mode: 0o600 });
  await pipeline(Readable.from(bytes), target, { end: file !== undefined }).catch((failure: NodeJS.ErrnoException) => {
    // Whoever reads has enough, as `head` has.
    if (failure.code !== 'EPIPE') throw failure;
  });
}

async function* jsonLines(ctx: Context, filter: AuditFilter): AsyncGenerator<string> {
  for await (const batch of exportedEvents(ctx, filter))
    yield batch.map((event) => `${JSON.stringify(event)}\n`).join('');
}

function dayIn(option: string, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const day = parseDay(typed);
  if (!day) throw new Error(`${option} ${typed} is no day: write it as 2020-02-24 or 24/02/2020.`);
  return day;
}
