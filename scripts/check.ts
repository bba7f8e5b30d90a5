// npm run check: everything that can be said without running the product.
import { LANES, runLanes, runStep, SYNC } from './steps.ts';

const results = [await runStep(SYNC), ...(await runLanes(LANES))];
process.exit(results.every((result) => result.passed) ? 0 : 1);
