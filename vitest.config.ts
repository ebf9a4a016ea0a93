import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests share nothing but modules, which hold no state: loading them once a worker saves a minute.
    isolate: false,
    // Vitest would keep one core for itself: on two, one file would wait for the other.
    maxWorkers: '100%',
    globalSetup: ['test/support/postgres.ts'],
    // Ends what hangs. How long a test takes depends on the machine, and no test is about that.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
