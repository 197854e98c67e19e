import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('.', import.meta.url))

/** What each ring may import beside itself, as in docs/architecture.md. */
const mayImport: Record<string, string[]> = {
  'core/values': [],
  'core/case': ['core/values'],
  'core/knowledge': ['core/values'],
  'core/language': ['core/values', 'core/knowledge'],
  'core/lint': ['core/values', 'core/knowledge', 'core/language'],
  'core/reading': ['core/values', 'core/knowledge', 'core/language'],
  'core/search': ['core/values', 'core/knowledge', 'core/language'],
  'core/advice': ['core/values', 'core/case', 'core/knowledge', 'core/language'],
  'core/documents': ['core/values', 'core/case', 'core/knowledge', 'core/language', 'core/lint', 'core/advice'],
  'server/render': ['core'],
  'server/pack': ['core', 'server/reading', 'server/proof', 'server/render'],
  'server/store': ['core'],
  'server/vault': ['core'],
  'server/reading': ['core'],
  'server/proof': ['core'],
  'server/casebook': [
    'core',
    'server/store',
    'server/vault',
    'server/reading',
    'server/proof',
    'server/render',
    'server/pack',
  ],
  'server/api': ['core', 'server/casebook', 'server/reading', 'server/store', 'server/pack'],
  'server/main': ['core', 'server'],
  cli: ['core', 'server/main', 'server/casebook', 'server/pack', 'server/reading', 'server/proof', 'server/render'],
  /** Of the server only its API, and of that only types and the typed client. */
  web: ['core', 'server/api'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name))
const text = (file: string) => readFileSync(join(src, file), 'utf8')
const ringOf = (file: string) => Object.keys(mayImport).find((ring) => file.startsWith(`${ring}/`))

describe('the rings', () => {
  it('hold every source file', () => {
    expect(files.filter((file) => ringOf(file) === undefined)).toEqual([])
  })

  it.each(files)('%s imports inwards only', (file) => {
    const ring = ringOf(file) ?? ''
    const allowed = [ring, ...(mayImport[ring] ?? [])]
    const targets = [...text(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
      relative(src, resolve(src, dirname(file), match[1] ?? '')),
    )
    expect(targets.filter((target) => !allowed.some((inner) => target.startsWith(`${inner}/`)))).toEqual([])
  })

  it.each(files.filter((file) => file.startsWith('core/')))(
    '%s has no clock, chance, effect or dynamic import',
    (file) => {
      const impure = /new Date\(|Date\.now|Math\.random|\bimport\(|from 'node:|process\.|performance\.now|Temporal\.Now/
      const code = text(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      expect(impure.exec(code)?.[0]).toBeUndefined()
    },
  )
})
