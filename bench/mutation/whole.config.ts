import { defineConfig } from 'vitest/config'

// What puts the parts together is noticed by the tests that read the whole knowledge base.
export default defineConfig({
  test: {
    include: ['advise', 'remedies/routes'].map((name) => `src/core/advice/${name}.test.ts`),
    environment: 'node',
    globalSetup: ['src/server/pack/knowledge-setup.fixture.ts'],
  },
})
