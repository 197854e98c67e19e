import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { advise } from '../../core/advice/advise.ts'
import { compose } from '../../core/documents/compose.ts'
import { dossierOf } from '../../core/documents/dossier.ts'
import { notCalledFor } from '../../core/documents/occasion/called-for.ts'
import { plainText } from '../../core/documents/plain-text.ts'
import { checkText } from '../../core/documents/text-check/check-text.ts'
import { knowledge } from './knowledge.fixture.ts'
import { readCaseFolder } from './read-case-folder.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const now = '2026-11-20T02:00:00Z'
const folders = await Promise.all(
  [examples, join(examples, 'catalogue')].map(async (parent) =>
    (await readdir(parent, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && entry.name !== 'catalogue')
      .map(({ name }) => [name, join(parent, name)] as const),
  ),
)

describe('the papers we write ourselves', () => {
  it.each(folders.flat())(
    'hold up in %s: no word of them has to be mended, and each complaint is whole',
    async (_, folder) => {
      const read = await readCaseFolder(folder, { now, vocabulary: knowledge })
      if (!read.ok) throw new Error(read.refusal.text.en)
      const kase = read.value.case
      const advice = advise(kase, knowledge, now)
      const dossier = dossierOf({ kase, advice, knowledge, now })
      const texts = Object.values(knowledge.letters).flatMap((letter) => {
        const made = notCalledFor(letter, dossier) ? undefined : compose(letter, dossier)
        return made?.status === 'written' && letter.kind !== 'overview' && letter.kind !== 'list'
          ? [{ letter, text: plainText(made.outline) }]
          : []
      })
      expect(texts.length).toBeGreaterThan(2)
      for (const { letter, text } of texts) {
        const mode = letter.kind === 'script' ? 'call' : 'letter'
        const found = checkText(text, mode, { kase, advice, knowledge, now })
        const grave = found.filter(({ severity, kind }) => severity === 'error' || kind !== 'completeness')
        expect([letter.id, grave.map(({ rule, message }) => `${rule}: ${message.zh}`)]).toEqual([letter.id, []])
      }
    },
  )
})
