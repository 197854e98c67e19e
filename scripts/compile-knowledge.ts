// Built into dist/ and run once by scripts/build.mjs: parses the knowledge folder into files that start fast.
import { writeFile } from 'node:fs/promises'
import { readyFiles } from '../src/server/pack/knowledge-folder.ts'

for (const [name, content] of Object.entries(await readyFiles()))
  await writeFile(new URL(name, import.meta.url), JSON.stringify(content))
