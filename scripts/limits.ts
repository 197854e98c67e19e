// Prints the limits of the house (CONTRIBUTING.md) beside what stands, and fails when one is broken.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

type Row = { what: string; limit: string; is: string; holds: boolean; where: string[] }

/** Measures the source tree below `root`/src, bench and scripts. */
export function limits(root: string): Row[] {
  const all = ['src', 'bench', 'scripts', 'e2e'].flatMap((folder) => walk(join(root, folder)))
  const sources = all.filter((file) => /\.(ts|tsx)$/.test(file))
  const product = sources.filter((file) => !/\.(test|fixture)\.tsx?$/.test(file))
  const lines = product.map((file) => ({ file: relative(root, file), lines: countLines(file) }))
  const sorted = lines.map((l) => l.lines).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const long = lines.filter((l) => l.lines > 300)
  const folders = new Map<string, string[]>()
  for (const file of product) {
    const folder = relative(root, dirname(file))
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  const crowded = [...folders]
    .filter(([, files]) => files.length > 20)
    .map(([folder, files]) => `${folder}: ${files.length}`)
  const deep = [...folders.keys()].filter((folder) => folder.startsWith('src/') && folder.split('/').length - 1 > 3)
  const config = /(^|\/)[a-z]+\.config\.ts$/
  const defaults = grep(
    root,
    sources.filter((file) => !config.test(file)),
    /^export default/m,
  )
  const anys = grep(root, sources, /(:|<|as)\s*any\b/)
  return [
    row('median lines a file', '<= 100', at(0.5), at(0.5) <= 100),
    row('95th percentile', '<= 250', at(0.95), at(0.95) <= 250),
    row(
      'longest file',
      '<= 400',
      sorted.at(-1) ?? 0,
      (sorted.at(-1) ?? 0) <= 400,
      lines.filter((l) => l.lines > 400).map((l) => l.file),
    ),
    row(
      'files over 300 lines',
      '<= 2 %',
      `${((100 * long.length) / product.length).toFixed(1)} %`,
      long.length <= product.length * 0.02,
      long.map((l) => `${l.file} ${l.lines}`),
    ),
    row('default exports', '0', defaults.length, defaults.length === 0, defaults),
    row('any', '0', anys.length, anys.length === 0, anys),
    row(
      'source files a folder',
      '<= 20',
      Math.max(...[...folders.values()].map((f) => f.length)),
      crowded.length === 0,
      crowded,
    ),
    row(
      'folders below src',
      '<= 3',
      Math.max(...[...folders.keys()].map((f) => f.split('/').length - 1)),
      deep.length === 0,
      deep,
    ),
  ]
}

function row(what: string, limit: string, is: number | string, holds: boolean, where: string[] = []): Row {
  return { what, limit, is: String(is), holds, where }
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}

function countLines(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1
}

function grep(root: string, files: string[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = limits(process.cwd())
  for (const r of rows)
    console.log(
      `${r.holds ? 'ok  ' : 'FAIL'} ${r.what.padEnd(24)} ${r.limit.padEnd(8)} ${r.is} ${r.holds ? '' : r.where.join(', ')}`,
    )
  if (rows.some((r) => !r.holds)) process.exitCode = 1
}
