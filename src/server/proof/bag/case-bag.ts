import type { Writable } from 'node:stream'
import { dayOf } from '../../../core/values/instant.ts'
import { textEntry, type ZipEntry } from '../zip/zip-writing.ts'
import { checkPage } from './check-page.ts'
import { stampedBy } from './stamped-by.ts'
import { type WrittenBag, writeBag } from './write-bag.ts'

export type CaseBag = {
  readonly caseId: string
  readonly exhibits: number
  /** The moment it is made, an instant as `parseInstant` gives it. */
  readonly now: string
}

const PAGE = '怎样核对.html'

/** A case folder as a bag, and beside it the page that tells a clerk how to check it. */
export function writeCaseBag(entries: AsyncIterable<ZipEntry>, bag: CaseBag, sink: Writable): Promise<WrittenBag> {
  const { caseId, now } = bag
  const day = dayOf(now)
  const info: readonly (readonly [string, string])[] = [
    ['Bagging-Date', day],
    ['External-Identifier', caseId],
    ['External-Description', `京东消费投诉案件 ${caseId} 的证据包：案件、证据原件和校验值。核对方法见 data/${PAGE}`],
    ['Bag-Software-Agent', 'youju'],
  ]
  return writeBag(withPage(entries, bag, day), { folder: `youju-${caseId}`, info }, sink)
}

async function* withPage(
  entries: AsyncIterable<ZipEntry>,
  { caseId, exhibits }: CaseBag,
  day: string,
): AsyncGenerator<ZipEntry> {
  const names = new Set<string>()
  for await (const entry of entries) {
    names.add(entry.name)
    yield entry
  }
  const tokens = [...names].flatMap((name) => {
    const stamped = stampedBy(name)
    return stamped !== undefined && names.has(stamped) ? [{ token: `data/${name}`, stamped: `data/${stamped}` }] : []
  })
  const page = checkPage({ caseId, day, exhibits, tokens })
  yield textEntry(PAGE, page)
}
