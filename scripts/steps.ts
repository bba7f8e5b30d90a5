import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../src/cli/build.ts';

/** One check that passes or fails as a whole: a program of node_modules, or one of our own scripts, with arguments. */
export type Step = { name: string; script: string; args: string[] };

const npm = (path: string) => join(ROOT, 'node_modules', path);

export const SYNC: Step = { name: 'svelte-kit sync', script: npm('@sveltejs/kit/svelte-kit.js'), args: ['sync'] };
const TYPES: Step = { name: 'tsc', script: npm('typescript/bin/tsc'), args: ['--noEmit'] };
const SVELTE: Step = {
  name: 'svelte-check',
  script: npm('svelte-check/bin/svelte-check'),
  args: ['--fail-on-warnings', '--output', 'human'],
};
const BIOME: Step = { name: 'biome', script: npm('@biomejs/biome/bin/biome'), args: ['check', '--error-on-warnings'] };
const PRETTIER: Step = {
  name: 'prettier',
  script: npm('prettier/bin/prettier.cjs'),
  args: ['--check', '--log-level=warn', '--no-error-on-unmatched-pattern', 'src/**/*.svelte'],
};
const SCHEMA: Step = { name: 'schema', script: join(ROOT, 'scripts/schema.ts'), args: ['--check'] };
const BUILD: Step = { name: 'build', script: join(ROOT, 'scripts/build.ts'), args: [] };

/** The static checks as two lanes of about the same length, for two cores; `SYNC` goes before both. */
export const LANES: Step[][] = [
  [SVELTE, TYPES],
  [BIOME, PRETTIER, SCHEMA, BUILD],
];

export type Result = { step: Step; passed: boolean };

/** Runs a step to its end and prints its result, with its output if it failed. */
export async function runStep(step: Step): Promise<Result> {
  const started = performance.now();
  const { code, output } = await outputOf(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(16)} ${seconds} s`);
  if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '       '));
  return { step, passed: code === 0 };
}

/** Runs the lanes side by side, each in its order; a failed step does not keep the next from running. */
export async function runLanes(lanes: Step[][]): Promise<Result[]> {
  const results = await Promise.all(lanes.map(runLane));
  return results.flat();
}

async function runLane(steps: Step[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of steps) results.push(await runStep(step));
  return results;
}

function outputOf({ script, args }: Step): Promise<{ code: number | null; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', failed).once('close', (code) => done({ code, output }));
  });
}
