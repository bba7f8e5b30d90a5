import { writeSync } from 'node:fs';
import type { Io, Run } from './run.ts';

type Command = { name: string; summary: string; load: () => Promise<{ run: Run; USAGE: string }> };

// Loaded only when called: a command must not pay for the libraries of another.
const commands: Command[] = [
  {
    name: 'start',
    summary: 'start web and worker, with the database if none is named',
    load: () => import('./start.ts'),
  },
  { name: 'worker', summary: 'start a worker apart from the web', load: () => import('./worker.ts') },
  { name: 'migrate', summary: 'bring the database up to date', load: () => import('./migrate.ts') },
  { name: 'demo', summary: 'load the demo province into an empty place', load: () => import('./demo.ts') },
  { name: 'import', summary: 'read in a register (.xlsx, .xls, .ods, .csv)', load: () => import('./import.ts') },
  { name: 'report', summary: 'print the figures of a cycle', load: () => import('./report.ts') },
  {
    name: 'reorganise',
    summary: 'change units by a list, as a resolution says (.csv)',
    load: () => import('./reorganise.ts'),
  },
  {
    name: 'units',
    summary: 'read in units with their official codes (.csv), or their boundaries (.geojson)',
    load: () => import('./units.ts'),
  },
  {
    name: 'search',
    summary: 'find registrations as the search field does',
    load: () => import('./search.ts'),
  },
  { name: 'similar', summary: 'say of pairs of models whether they are the same', load: () => import('./similar.ts') },
  {
    name: 'name-advice',
    summary: 'say what may be better about names of models',
    load: () => import('./name-advice.ts'),
  },
  { name: 'recount', summary: 'make every counter anew from its rows', load: () => import('./recount.ts') },
  {
    name: 'user',
    summary: 'let people in: add, list, disable, enable, password, import',
    load: () => import('./user.ts'),
  },
  { name: 'audit', summary: 'prove the chain of the audit, or export it', load: () => import('./audit.ts') },
  { name: 'doctor', summary: 'check the database, one line for each check', load: () => import('./doctor.ts') },
];

const io: Io = {
  answer: (text) => writeAll(1, `${text}\n`),
  say: (text) => writeAll(2, `${text}\n`),
};

/** Runs the command named by the first argument and returns its exit code; 1 with a sentence for what goes wrong. */
async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    io.answer(help());
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    io.say(`There is no command "${name}".\n\n${help()}`);
    return 1;
  }
  try {
    const { run, USAGE } = await command.load();
    if (asksForHelp(args)) {
      io.answer(`${USAGE}\n\n${command.summary}; more in docs/operations.md`);
      return 0;
    }
    return await run(args, io);
  } catch (error) {
    const { sentenceOf } = await import('./sentences.ts');
    const stack = process.env.KHEO_LOG === 'debug' && error instanceof Error ? error.stack : undefined;
    io.say(stack ?? sentenceOf(error));
    return 1;
  }
}

/** What follows `--` is no option. */
function asksForHelp(args: string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function help(): string {
  const width = Math.max(...commands.map((each) => each.name.length));
  const lines = commands.map((each) => `  ${each.name.padEnd(width)}  ${each.summary}`);
  return ['./bin/kheo COMMAND', '', ...lines, '', './bin/kheo COMMAND --help says how it is called.'].join('\n');
}

/** Synchronous, so that a long answer into a pipe is out before the process ends. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(file, bytes, sent);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

process.exit(await main(process.argv.slice(2)));
