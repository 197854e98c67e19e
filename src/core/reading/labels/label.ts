import type { LabelledField } from '../../knowledge/library/page-words.ts'
import type { EvidenceKind } from '../../values/evidence-kind.ts'
import type { Cell } from '../layout/cell.ts'
import { type LabelWord, labelKey, type PageLexicon } from '../page-lexicon.ts'

export type FoundLabel = {
  readonly field: LabelledField
  readonly strength: LabelWord['strength']
  readonly say: string
  readonly cell: Cell
  readonly start: number
  /** Where the value begins at the earliest, and where the next label of the line stands. */
  readonly end: number
  readonly until: number
}

export type PageKind = EvidenceKind | 'unknown'

/** Values that are words: their label may run into them when the recogniser loses the blank between. */
export const inWords: ReadonlySet<LabelledField> = new Set([
  'carrier',
  'shop',
  'name',
  'address',
  'company',
  'itemName',
])

/** Every label of a page, also such that two lines make together and, in pictures, such with one character misread. */
export function findLabels(cells: readonly Cell[], lexicon: PageLexicon, kind: PageKind): readonly FoundLabel[] {
  return cells.flatMap((cell, i) => {
    const plain = labelsIn(cell, lexicon, kind)
    if (plain.some(({ start }) => start === 0)) return plain
    const other = wrapped(cells, i, lexicon, kind) ?? misread(cell, lexicon, kind)
    return other === undefined ? plain : [other, ...plain.filter(({ start }) => start >= other.end)]
  })
}

function labelsIn(cell: Cell, lexicon: PageLexicon, kind: PageKind): readonly FoundLabel[] {
  const found: FoundLabel[] = []
  for (const match of cell.text.matchAll(lexicon.labelled)) {
    const { said, start } = ownPart(cell.text, match[0], match.index, lexicon)
    const label = labelAt(cell, said, start, lexicon, kind)
    const before = found.at(-1)
    // 含运费 in `实付款(含运费)` says something of the label before it.
    const isRemark = before !== undefined && /^\s?\([^()]*$/.test(cell.text.slice(before.end, start))
    if (label === undefined || isRemark) continue
    // A label said again in another language is one label.
    const isAgain = before?.field === label.field && /^[\s/()]*$/.test(cell.text.slice(before.end, label.start))
    if (isAgain) found.splice(-1, 1, { ...before, end: label.end })
    else found.push(label)
  }
  return found.map((label, i) => ({ ...label, until: found[i + 1]?.start ?? cell.text.length }))
}

/**
 * The label alone, where words before it make a longer one with its head: `京东快递运单号` is a carrier and 运单号, although
 * 快递运单号 is a label too, and `共1件商品合计` counts the goods.
 */
function ownPart(text: string, said: string, start: number, lexicon: PageLexicon) {
  const end = start + said.length
  const others = [...text.matchAll(lexicon.carrierNamed), ...text.matchAll(/\d(?:件|个|种)商品/g)]
  const before = others
    .map(({ 0: words, index }) => ({ from: index, to: index + words.length }))
    .find(({ from, to }) => from < start && to > start && to < end)
  const rest = text.slice(before?.to ?? start, end)
  return before !== undefined && lexicon.labels.has(labelKey(rest)) ? { said: rest, start: before.to } : { said, start }
}

function labelAt(
  cell: Cell,
  said: string,
  start: number,
  lexicon: PageLexicon,
  kind: PageKind,
): FoundLabel | undefined {
  const word = meaning(said, lexicon, kind)
  if (word === undefined) return undefined
  const end = start + said.length
  const [before, after] = [cell.text.slice(0, start), cell.text.slice(end)]
  if (/^[a-z]/i.test(said) && /[a-z]$/i.test(before)) return undefined
  if (/[a-z]$/i.test(said) && /^[a-z0-9.]/i.test(after)) return undefined
  if (isInCarrierName(cell.text, start, end, lexicon)) return undefined
  const runsOn = /^\p{Script=Han}/u.test(after) && !/^(?:是|为|共|复制)/.test(after)
  if (runsOn && !(start === 0 && inWords.has(word.field) && word.say.length > 2)) return undefined
  const isTail =
    /\p{Script=Han}$/u.test(before) &&
    /^\p{Script=Han}/u.test(said) &&
    !/\d(?:件|个|种)(?:商品)?$/.test(before) &&
    !endsWithCarrier(before, lexicon)
  // `结算单号` is not a number of any kind we know; `您的订单号` says what it is, though in prose.
  const isStrange = isTail && !/(?:的|是|在|为|看|把|和|及)$/.test(before)
  const strength = isTail || runsOn ? 'hint' : word.strength
  const field = isStrange && word.field !== 'other' ? weakened(word) : word.field
  return { field, strength, say: word.say, cell, start, end, until: cell.text.length }
}

/** A known label behind other characters names something else when it is short, else it is a hint at best. */
function weakened({ field, say }: LabelWord): LabelledField {
  return say.length <= 3 && !say.includes('订单') ? 'other' : field
}

function meaning(said: string, { labels }: PageLexicon, kind: PageKind): LabelWord | undefined {
  const words = labels.get(labelKey(said)) ?? []
  return (
    words.find(({ on }) => on.some((one) => one === kind)) ??
    words.find(({ on }) => on.length === 0) ??
    words.map((word): LabelWord => ({ ...word, field: 'other' }))[0]
  )
}

/** The 快递 of 韵达快递 labels nothing. */
function isInCarrierName(text: string, start: number, end: number, { carrierNamed }: PageLexicon): boolean {
  return [...text.matchAll(carrierNamed)].some(
    ({ 0: name, index }) => index <= start && index + name.length >= end && name.length > end - start,
  )
}

function endsWithCarrier(before: string, { carriers }: PageLexicon): boolean {
  return carriers.some(({ name, also }) => [name, ...also].some((word) => before.endsWith(word)))
}

/** `订单编` over `号：3000…`: a narrow column breaks the label, and so do messages in the middle of a sentence. */
function wrapped(cells: readonly Cell[], at: number, lexicon: PageLexicon, kind: PageKind): FoundLabel | undefined {
  const [above, cell] = [cells[at - 1], cells[at]]
  if (above?.box === undefined || cell?.box === undefined) return undefined
  const tail = /\p{Script=Han}{1,6}$/u.exec(above.text)?.[0] ?? ''
  const gap = cell.box.y - above.box.y - above.box.height
  const isUnder =
    Math.abs(above.box.x - cell.box.x) < cell.box.height && gap < cell.box.height && gap > -above.box.height
  if (tail === '' || !isUnder) return undefined
  for (let from = 0; from < tail.length; from += 1) {
    const head = tail.slice(from)
    const match = [...(head + cell.text).matchAll(lexicon.labelled)].find(({ index }) => index === 0)
    const end = (match?.[0].length ?? 0) - head.length
    const word = match === undefined || end <= 0 ? undefined : meaning(match[0], lexicon, kind)
    if (word === undefined || /^\p{Script=Han}/u.test(cell.text.slice(end))) continue
    const strength = head === above.text ? 'likely' : 'hint'
    return { field: word.field, strength, say: word.say, cell, start: 0, end, until: cell.text.length }
  }
  return undefined
}

/** One character read as another, or the first one cut off. Such a label is a hint and no more. */
function misread(cell: Cell, lexicon: PageLexicon, kind: PageKind): FoundLabel | undefined {
  const head = /^[^\d:¥A-Za-z]{3,9}/.exec(cell.text)?.[0].trim()
  if (cell.score === undefined || head === undefined) return undefined
  for (const [key, [word]] of lexicon.labels) {
    if (word === undefined || word.strength === 'hint' || key.length < 4) continue
    const isCut = key.length === head.length + 1 && key.endsWith(head)
    if (!isCut && !(key.length === head.length && differing(key, head) === 1)) continue
    const meant = meaning(key, lexicon, kind)
    if (meant === undefined) return undefined
    const end = cell.text.indexOf(head) + head.length
    return { field: meant.field, strength: 'hint', say: meant.say, cell, start: 0, end, until: cell.text.length }
  }
  return undefined
}

function differing(a: string, b: string): number {
  return [...a].filter((mark, i) => mark !== b[i]).length
}
