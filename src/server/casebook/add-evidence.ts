import type { Exhibit } from '../../core/case/case.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { MIME_HEAD, mimeOf } from '../reading/mime.ts'
import type { Casebook } from './casebook.ts'
import type { Giving } from './give.ts'
import { keptCase } from './kept-case.ts'
import { type Recorded, record } from './record.ts'

export type NewExhibit = {
  /** The file's own name, as the user has it. */
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  readonly described?: Partial<
    Pick<Exhibit, 'kind' | 'title' | 'shows' | 'proves' | 'source' | 'original' | 'takenAt' | 'redacts'>
  >
}

/**
 * Keeps an original and adds it to the case as an exhibit. The original is on the disk before the event says so; the
 * same bytes in the same case are one exhibit.
 */
export async function addEvidence(
  book: Casebook,
  caseId: string,
  { name, content, described = {} }: NewExhibit,
  { expected, key }: Giving = {},
): Promise<Outcome<Recorded & { readonly exhibit: string }>> {
  const there = await keptCase(book, caseId)
  if (!there.ok) return there
  const head = headOf(content)
  const { sha256, bytes } = await book.vault.put(head.through)
  if (bytes === 0)
    return refuse(
      'file-empty',
      { zh: `${name} 是空文件，没有加入`, en: `${name} is an empty file and was not added` },
      name,
    )
  const recorded = await record(book, {
    caseId,
    commands(kase, _events, at) {
      const twin = kase.evidence.find((one) => one.sha256 === sha256 && one.withdrawn !== true)
      if (twin) return done([])
      const mime = mimeOf(head.bytes())
      const payload = {
        kind: 'other',
        title: name,
        shows: [],
        ...described,
        file: freeName(name, new Set(kase.evidence.map((one) => one.file))),
        sha256,
        bytes,
        ...(mime === undefined ? {} : { mime }),
      } as const
      return done([{ type: 'AddEvidence', at, payload }])
    },
    ...(expected === undefined ? {} : { expected }),
    ...(key === undefined ? {} : { request: { key, asked: { caseId, sha256, described } } }),
  })
  if (!recorded.ok) return recorded
  const exhibit = recorded.value.kase.evidence.findLast((one) => one.sha256 === sha256)
  return done({ ...recorded.value, exhibit: exhibit?.id ?? '' })
}

/** The content, with its first bytes noted as they pass. */
function headOf(content: AsyncIterable<Uint8Array>) {
  const noted: Uint8Array[] = []
  let length = 0
  async function* through() {
    for await (const chunk of content) {
      if (length < MIME_HEAD) noted.push(chunk.subarray(0, MIME_HEAD - length))
      length += chunk.length
      yield chunk
    }
  }
  return { through: through(), bytes: () => Buffer.concat(noted).subarray(0, MIME_HEAD) }
}

/** `evidence/名称.png`, made free by a number before the ending; nothing in it leads out of the folder. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .trim()
  const [, stem = 'file', ending = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(plain === '' ? 'file' : plain) ?? []
  for (let number = 1; ; number += 1) {
    const free = `evidence/${[...stem].slice(0, 120).join('')}${number === 1 ? '' : `-${number}`}${ending}`
    if (!taken.has(free)) return free
  }
}
