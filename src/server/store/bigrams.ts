/**
 * A text as the words a search index keeps: each run of Chinese characters as its pairs (a single one as itself), each
 * run of letters or digits whole, in lower case. `退货运费 SN-12` → `退货 货运 运费 sn 12`.
 */
export function indexWords(text: string): readonly string[] {
  return (text.normalize('NFKC').toLowerCase().match(runs) ?? []).flatMap((run) => (isHan(run) ? pairs(run) : [run]))
}

/** What a search asks the index for, each to be found; a lone Chinese character begins a pair. */
export function queryWords(text: string): readonly { readonly word: string; readonly prefix: boolean }[] {
  const found = (text.normalize('NFKC').toLowerCase().match(runs) ?? []).flatMap((run) => {
    if (!isHan(run)) return [{ word: run, prefix: true }]
    return [...run].length === 1 ? [{ word: run, prefix: true }] : pairs(run).map((word) => ({ word, prefix: false }))
  })
  return [...new Map(found.map((one) => [one.word, one])).values()]
}

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run)
}

function pairs(run: string): readonly string[] {
  const chars = [...run]
  if (chars.length === 1) return chars
  return chars.slice(1).map((char, before) => `${chars[before]}${char}`)
}
