import { expect, test } from 'vitest';
import { workflowDocument } from '../../../../scripts/workflow.ts';
import { textOf } from '../../../../tests/support/imports.ts';

test('docs/workflow.md says what the rules say; else run `node scripts/workflow.ts`', () => {
  expect(textOf('docs/workflow.md')).toBe(workflowDocument());
});
