import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type { Refusal } from '../../values/refusal.ts'
import type { Text } from '../../values/text.ts'
import { type Path, pathText, placed } from './place.ts'
import { tangled, yamlFault } from './yaml-fault.ts'

/** The plain value of a YAML text, and the line on which a path begins (or the nearest path above it that is there). */
export type YamlSource = { readonly value: unknown; readonly lineOf: (path: Path) => number | undefined }
export type YamlReading =
  | { readonly ok: true; readonly source: YamlSource }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

const MOST_ALIASES = 10
const MOST_NODES = 100_000
const DEEPEST = 20

/**
 * Reads one YAML document (core schema, unique keys, no tags) as plain data. Numbers that would not come back as they
 * were written (`1299.90`, `0102`, an order number of 18 digits) stay text; keys without a value are left out.
 */
export function readYaml(text: string, file: string): YamlReading {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const tooMuch = tangled(source, file)
  if (tooMuch !== undefined) return { ok: false, refusals: [tooMuch] }
  const lines = new LineCounter()
  const doc = parseDocument(source, {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
    logLevel: 'error',
  })
  const faults = [...doc.errors, ...doc.warnings].map((fault) =>
    yamlFault(fault.code, fault.message, lines.linePos(fault.pos[0]).line, source, file),
  )
  if (faults.length > 0) return { ok: false, refusals: faults }
  const found = new Map<string, number>()
  const refusals: Refusal[] = []
  const budget = { aliases: 0, nodes: 0 }
  const anchors = new Map<string, ParsedNode>()

  function object(code: string, words: Text, node: ParsedNode | null, path: Path): undefined {
    const line = node === null ? '' : `:${lines.linePos(node.range[0]).line}`
    refusals.push(placed(code, words, [`${file}${line}`, pathText(path)].join(' ').trim()))
    return undefined
  }

  function plain(node: ParsedNode | null, path: Path): unknown {
    budget.nodes += 1
    if (node === null || budget.nodes > MOST_NODES || refusals.length > 20) return undefined
    if (path.length > DEEPEST) return object('yaml-too-deep', words.deep, node, path.slice(0, 3))
    if (isAlias(node)) return aliased(node.source, node, path)
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node)
    if (isSeq<ParsedNode | null>(node)) {
      return node.items.map((item, index) => {
        mark(item, [...path, index])
        return plain(item, [...path, index]) ?? null
      })
    }
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const entries = new Map<string, unknown>()
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? (key.source ?? '') : ''
        const inside = [...path, name]
        if (name === '') object('yaml-key-off', words.key, key, path)
        else if (entries.has(name)) object('yaml-key-twice', words.twice(name), key, inside)
        mark(key, inside)
        entries.set(name, plain(value, inside))
      }
      return Object.fromEntries([...entries].filter(([, value]) => value !== undefined && value !== null))
    }
    return scalar(node, path)
  }

  function aliased(name: string, node: ParsedNode, path: Path): unknown {
    budget.aliases += 1
    const target = anchors.get(name)
    if (target === undefined) return object('yaml-alias-unknown', words.alias(name), node, path)
    if (budget.aliases > MOST_ALIASES) return undefined
    return plain(target, path)
  }

  function scalar(node: ParsedNode, path: Path): unknown {
    if (!isScalar(node)) return undefined
    const { value, source: written } = node
    if (typeof value === 'number') return String(value) === written ? value : (written ?? String(value))
    if (typeof value === 'string') {
      const off = unprintable(value)
      return off === undefined ? value : object('control-character', words.control(off), node, path)
    }
    if (typeof value === 'boolean' || value === null) return value
    return object('yaml-tag', words.tag, node, path)
  }

  function mark(node: ParsedNode | null, path: Path): void {
    if (node !== null) found.set(pathText(path), lines.linePos(node.range[0]).line)
  }

  const value = plain(doc.contents, [])
  if (budget.aliases > MOST_ALIASES || budget.nodes > MOST_NODES) object('yaml-bomb', words.bomb, null, [])
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, source: { value, lineOf: (path) => lineOf(found, path) } }
}

function lineOf(found: ReadonlyMap<string, number>, path: Path): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const line = found.get(pathText(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return undefined
}

/** The first character that no paper can carry: C0 controls but tab and line ends, halves of a pair, non-characters. */
function unprintable(text: string): string | undefined {
  for (const mark of text) {
    const code = mark.codePointAt(0) ?? 0
    const control = code < 0x20 && code !== 9 && code !== 10 && code !== 13
    if (control || (code >= 0xd800 && code <= 0xdfff) || (code & 0xfffe) === 0xfffe)
      return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  }
  return undefined
}

const words = {
  deep: { zh: '层次太深；案件文件只需要四五层', en: 'nested too deeply; a case file needs four or five levels' },
  key: { zh: '这里的键不是一个普通的词；请写成 键: 值', en: 'the key here is not a plain word; write key: value' },
  twice: (name: string) => ({
    zh: `“${name}”写了两次；请合并成一处`,
    en: `"${name}" stands here twice; merge the two`,
  }),
  alias: (name: string) => ({
    zh: `别名 *${name} 没有对应的 &${name}；请直接写出内容（以 * 开头的文字要加引号）`,
    en: `alias *${name} has no &${name}; write the content out (text that begins with * needs quotes)`,
  }),
  control: (code: string) => ({
    zh: `文字里有不可打印的字符 ${code}；请删除它`,
    en: `the text holds the unprintable character ${code}; delete it`,
  }),
  tag: { zh: '不支持 ! 或 !! 标签；请直接写值', en: 'tags (! or !!) are not supported; write the plain value' },
  bomb: {
    zh: `别名展开太多（最多 ${MOST_ALIASES} 个别名、${MOST_NODES} 个值）；请不用别名，直接写出内容`,
    en: `aliases expand to too much (at most ${MOST_ALIASES} aliases, ${MOST_NODES} values); write the content out without aliases`,
  },
}
