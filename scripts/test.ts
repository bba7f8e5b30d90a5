// npm test: every static check and every test; the last line says how many passed and failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../src/cli/build.ts';
import { LANES, runLanes, runStep, SYNC } from './steps.ts';

type Count = { passed: number; failed: number };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

// Tests have a database and a clock of their own; what a person has set for the product is not theirs.
for (const name of Object.keys(process.env)) {
  if (/^(KHEO_|PG[A-Z])/.test(name) || ['DATABASE_URL', 'PORT', 'HOST', 'ORIGIN', 'NODE_ENV'].includes(name))
    delete process.env[name];
}

const results = [await runStep(SYNC), ...(await runLanes(LANES))];
const passedSteps = results.filter((result) => result.passed).length;
const tests = await runTests();
const passed = passedSteps + tests.passed;
const failed = results.length - passedSteps + tests.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Unit, integration, architecture, security and browser tests, in one run of vitest. */
async function runTests(): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-report-'));
  const file = join(folder, 'report.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await new Promise<number | null>((done, failed) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    child.once('error', failed).once('close', done);
  });
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
  rmSync(folder, { recursive: true });
  if (!report) return { passed: 0, failed: 1 };
  // A file that could not be read or prepared has no failed test of its own: it counts as one.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(1, failed) };
}
