// npm run bench: measures the product on a province of its own and prints one Markdown table; docs/operations.md says how.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildIfChanged } from '../src/cli/build.ts';
import { grow } from './grow.ts';
import { figuresOfDemo, inWorld, measurePart, onCluster } from './measure.ts';
import { optionsOf, PARTS, type Part } from './options.ts';
import { firstStart, laterStart } from './parts/start.ts';
import { type Line, markdown } from './table.ts';

const say = (line: string) => console.error(line);

try {
  const options = optionsOf(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'kheo-bench-'));
  const data = options.place ? resolve(options.place) : join(folder, 'data');
  try {
    await bench(folder, data);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  async function bench(folder: string, data: string): Promise<void> {
    const log = join(folder, 'site.log');
    const wanted = (part: Part) => options.parts.includes(part);
    const found = new Map<Part, Line[]>(PARTS.map((part) => [part, []]));
    await buildIfChanged(say);
    const busy = loadavg()[0] ?? 0;
    let small: number | undefined;
    if (!existsSync(data)) {
      say('The first start, with the demo …');
      const line = await firstStart(data, log);
      if (wanted('start')) found.get('start')?.push(line);
      if (wanted('figures')) small = await onCluster(data, (url) => figuresOfDemo(url, log, options));
    }
    say(`Growing the demo to ${options.rows.toLocaleString('en-US')} registrations …`);
    await onCluster(data, (url) => grow(url, options.rows, say));
    if (wanted('start')) found.get('start')?.push(await laterStart(data, log));
    await onCluster(data, (url) =>
      inWorld({ url, folder, log, options, small }, async (world) => {
        for (const part of options.parts) {
          say(`Measuring: ${part} …`);
          found.get(part)?.push(...(await measurePart(part, world).catch((failure) => failed(part, failure))));
        }
      }),
    );
    const lines = options.parts.flatMap((part) => found.get(part) ?? []);
    console.log(
      `${options.rows.toLocaleString('en-US')} registrations, ${cpus().length} cores, load before ${busy.toFixed(1)}\n`,
    );
    console.log(markdown(lines));
  }
} catch (failure) {
  say(failure instanceof Error ? failure.message : String(failure));
  process.exitCode = 1;
}

/** One part that cannot be measured does not take the others' figures with it. */
function failed(part: Part, failure: Error): Line[] {
  say(failure.stack ?? failure.message);
  return [{ what: part, speed: 'could not be measured', checks: [] }];
}
