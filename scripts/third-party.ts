// Writes THIRD-PARTY.md: every package of the production tree with its version and licence, from what is installed.
import { readFileSync, writeFileSync } from 'node:fs'

type Locked = { version?: string; dev?: boolean; optional?: boolean; devOptional?: boolean; license?: string }
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const rows = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
  .map(
    ([path, entry]) =>
      `| ${path.slice(path.lastIndexOf('node_modules/') + 13)} | ${entry.version} | ${licence(path, entry)} |`,
  )

writeFileSync(
  'THIRD-PARTY.md',
  `# Packages used at run time

Written by \`npm run third-party\` from the lock file; the licence texts come with each package.

| package | version | licence |
| --- | --- | --- |
${[...new Set(rows)].sort().join('\n')}
`,
)

function licence(path: string, entry: Locked): string {
  if (entry.license) return entry.license
  try {
    const { license } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as { license?: string }
    return license ?? 'not stated'
  } catch {
    return 'not installed on this platform'
  }
}
