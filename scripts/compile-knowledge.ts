// Built into dist/ and run once by scripts/build.mjs: parses the knowledge folder into one file that starts fast.
import { writeFile } from 'node:fs/promises'
import { readKnowledge } from '../src/server/pack/knowledge-folder.ts'

await writeFile(new URL('knowledge.json', import.meta.url), JSON.stringify(await readKnowledge()))
