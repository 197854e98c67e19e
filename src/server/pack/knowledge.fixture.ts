import { inject } from 'vitest'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'

/** The knowledge of this package, as `knowledge-setup.fixture.ts` read it once for the whole run. */
export const knowledge: Knowledge = inject('knowledge')
