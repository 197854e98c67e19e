import { defineConfig } from 'vitest/config'

// The tests that read the whole knowledge base take seconds to load, which a run of thousands of mutants cannot afford.
// What they notice comes on top of the score.
const readKnowledge = [
  'advise',
  'rights-examples',
  'clocks/deadline-examples',
  'doors/histories',
  'remedies/routes',
].map((name) => `src/core/advice/${name}.test.ts`)

export default defineConfig({
  test: {
    include: ['src/core/advice/**/*.test.ts'],
    exclude: readKnowledge,
    environment: 'node',
    globalSetup: ['src/server/pack/knowledge-setup.fixture.ts'],
  },
})
