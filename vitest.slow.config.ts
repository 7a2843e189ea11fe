import { defineConfig } from 'vitest/config';

/** Tests of more than a minute, or with programs that not everybody has: `npm run test:slow`, and `npm run reliability`. */
export default defineConfig({
  test: {
    include: ['tests/**/*.slow.ts'],
    testTimeout: 400_000,
    hookTimeout: 400_000,
    fileParallelism: false,
  },
});
