import type { z } from 'zod'
import { nearestName } from '../../values/nearest-name.ts'
import type { Refusal } from '../../values/refusal.ts'
import type { Text } from '../../values/text.ts'
import { caseJsonSchema } from './case-schema.ts'
import { type Path, pathText } from './place.ts'

/** A fault found by the schema: what it is, and the path it concerns. */
export type Fault = {
  readonly code: string
  readonly text: Text
  readonly path: Path
  /** The key that a misspelt one stands for. */
  readonly meant?: string
}

type Issue = z.core.$ZodIssue

/** What the schema of `case.yaml` objects to, in plain words: what is wrong and how to mend it. */
export function schemaFaults(issues: readonly Issue[]): readonly Fault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, []))
  const misspelt = faults.flatMap((fault) =>
    fault.meant === undefined ? [] : pathText([...fault.path.slice(0, -1), fault.meant]),
  )
  return faults.filter((fault) => fault.code !== 'key-missing' || !misspelt.includes(pathText(fault.path)))
}

function faultsOf(issue: Issue, above: Path): readonly Fault[] {
  const path = [...above, ...pathOf(issue)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path))
    case 'invalid_union': {
      const branch = issue.errors.find((errors) => errors.every((error) => !isWrongType(error)))
      if (branch !== undefined) return branch.flatMap((error) => faultsOf(error, path))
      return [wrongType(expectedBy(issue), issue.input, path)]
    }
    case 'invalid_type':
      return [wrongType([issue.expected], issue.input, path)]
    case 'invalid_value':
      return [{ code: 'not-a-choice', text: notAChoice(String(issue.input), issue.values.map(String)), path }]
    case 'invalid_format':
      return [{ code: 'not-an-id', text: notAnId(String(issue.input)), path }]
    case 'invalid_key':
      return [{ code: 'fact-id-off', text: notAFact(String(path.at(-1))), path }]
    case 'too_small':
    case 'too_big':
      return [{ code: 'number-off', text: outOfRange(issue.input), path }]
    case 'custom': {
      const refusal: unknown = issue.params?.refusal
      if (isRefusal(refusal)) return [{ code: refusal.code, text: refusal.text, path }]
      break
    }
    default:
  }
  return [
    { code: 'not-readable', text: { zh: `不能读懂（${issue.message}）`, en: `not readable (${issue.message})` }, path },
  ]
}

function pathOf(issue: Issue): Path {
  return issue.path.filter((step) => typeof step !== 'symbol')
}

/** The value is not of this branch of a union at all. */
function isWrongType(issue: Issue): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_union') && issue.path.length === 0
}

function expectedBy(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(expectedBy)
  return issue.code === 'invalid_type' ? [issue.expected] : []
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'text' in value
}

function wrongType(expected: readonly string[], input: unknown, path: Path): Fault {
  if (input === undefined) {
    const key = String(path.at(-1))
    const known = describes(path)
    const [zh, en] = known === undefined ? ['', ''] : [`（${known}）`, ` (${known})`]
    return {
      code: 'key-missing',
      text: { zh: `缺少 ${key}${zh}；请补上`, en: `${key} is missing${en}; add it` },
      path,
    }
  }
  const names = expected.map((name) => kinds[name] ?? { zh: name, en: name })
  const given = kinds[kindOf(input)] ?? { zh: '空', en: 'nothing' }
  return {
    code: 'wrong-type',
    text: {
      zh: `这里应写${names.map((name) => name.zh).join('、')}，现在是${given.zh}`,
      en: `expected ${names.map((name) => name.en).join(' or ')} here, found ${given.en}`,
    },
    path,
  }
}

const kinds: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是否（true/false）', en: 'true or false' },
  object: { zh: '下一层的“键: 值”', en: 'further lines of key: value' },
  record: { zh: '下一层的“键: 值”', en: 'further lines of key: value' },
  array: { zh: '列表（每项以 - 开头）', en: 'a list (each item begins with -)' },
}

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'array'
  return input === null ? 'null' : typeof input
}

function unknownKey(key: string, path: Path): Fault {
  const known = keysAt(path)
  const meant = nearestName(key, known)
  const list = known.join(', ')
  const text =
    list === ''
      ? { zh: `没有“${key}”这个键；请去掉`, en: `there is no key "${key}"; leave it out` }
      : meant === undefined
        ? { zh: `没有“${key}”这个键；这里可以写：${list}`, en: `there is no key "${key}"; here you can write: ${list}` }
        : { zh: `没有“${key}”这个键；是不是 ${meant}？`, en: `there is no key "${key}"; did you mean ${meant}?` }
  return { code: 'key-unknown', text, path: [...path, key], ...(meant === undefined ? {} : { meant }) }
}

function notAChoice(given: string, allowed: readonly string[]): Text {
  const near = nearestName(given, allowed)
  const list = allowed.join(', ')
  return {
    zh: `“${given}”不在可选项中${near === undefined ? '；' : `，是不是 ${near}？`}可选：${list}`,
    en: `"${given}" is not one of the choices${near === undefined ? '.' : `; did you mean ${near}?`} Choices: ${list}`,
  }
}

function notAnId(given: string): Text {
  return {
    zh: `“${given}”不能用作名称：只用英文字母、数字和 . _ -，以字母或数字开头`,
    en: `"${given}" cannot be a name: use ASCII letters, digits and . _ - only, a letter or digit first`,
  }
}

function notAFact(given: string): Text {
  return {
    zh: `“${given}”不是事实的名称；应像 fault.found-on（小写英文，中间有点）`,
    en: `"${given}" is not the name of a fact; it looks like fault.found-on (lower case, with a dot)`,
  }
}

function outOfRange(input: unknown): Text {
  return {
    zh: `${String(input)} 不在可用范围内；应是不小于 1 的整数`,
    en: `${String(input)} is out of range; a whole number from 1 on belongs here`,
  }
}

/** What the JSON Schema says at a path: its keys, its description. */
type Shape = {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly additionalProperties?: Shape | boolean
  readonly anyOf?: readonly Shape[]
  readonly description?: string
}

function keysAt(path: Path): readonly string[] {
  return Object.keys(shapeAt(path)?.properties ?? {})
}

function describes(path: Path): string | undefined {
  return shapeAt(path)?.description
}

function shapeAt(path: Path): Shape | undefined {
  const top: Shape = caseJsonSchema()
  return path.reduce<Shape | undefined>(
    (shape, step) => withKeys(typeof step === 'number' ? shape?.items : below(shape, step)),
    top,
  )
}

function below(shape: Shape | undefined, key: string): Shape | undefined {
  const named = shape?.properties?.[key]
  if (named !== undefined) return named
  return typeof shape?.additionalProperties === 'object' ? shape.additionalProperties : undefined
}

function withKeys(shape: Shape | undefined): Shape | undefined {
  return shape?.anyOf?.find((branch) => branch.properties !== undefined) ?? shape
}
