// The BagIt conformance suite of the Library of Congress: `npx tsx scripts/bagit-suite.ts FOLDER`. Prints what is judged otherwise than
// the suite expects, and the counts.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkBag } from '../src/server/proof/bag/check-bag.ts'

const [suite] = process.argv.slice(2)
if (suite === undefined) {
  console.error('npx tsx scripts/bagit-suite.ts FOLDER')
  process.exit(2)
}

const counts = new Map<string, { right: number; all: number; warned: number }>()
let wrong = 0
for (const version of foldersIn(suite).filter((name) => /^v\d/.test(name)))
  for (const category of foldersIn(join(suite, version)))
    for (const bag of foldersIn(join(suite, version, category))) {
      const checked = await checkBag(join(suite, version, category, bag))
      const accepted = checked.ok && checked.value.ok
      const right = accepted === (category === 'valid' || category === 'warning')
      const count = counts.get(category) ?? { right: 0, all: 0, warned: 0 }
      counts.set(category, count)
      count.all += 1
      count.right += right ? 1 : 0
      count.warned += checked.ok && checked.value.warnings.length > 0 ? 1 : 0
      if (right) continue
      wrong += 1
      console.log(
        `${version}/${category}/${bag}: ${JSON.stringify(checked.ok ? checked.value.findings : checked.refusal)}`,
      )
    }
for (const [category, { right, all, warned }] of counts)
  console.log(`${category}: ${right} of ${all} as expected, ${warned} with a warning`)
process.exit(wrong === 0 ? 0 : 1)

function foldersIn(path: string): readonly string[] {
  return readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory())
}
