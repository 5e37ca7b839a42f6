import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [
      { find: /^triplicate$/, replacement: resolve(import.meta.dirname, 'dsl/index.ts') },
      {
        find: /^triplicate\/vocabulary$/,
        replacement: resolve(import.meta.dirname, 'policies/vocabulary/index.ts'),
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
