import type { TestProject } from 'vitest/node'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { readKnowledge } from './knowledge-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly knowledge: Knowledge
  }
}

/** Reading a thousand YAML files takes seconds: it is done once a run, not once a test file. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('knowledge', await readKnowledge())
}
