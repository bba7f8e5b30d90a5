import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Once for the whole run: the cluster and the template that every test database is cloned from.
    globalSetup: 'tests/support/cluster.ts',
    projects: [
      {
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          pool: 'forks',
          // The database works while a test waits, and the other way round.
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.spec.ts'],
          pool: 'forks',
          // Waiting is most of what they do.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // After the others, which would slow the pages down.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
