import type { Refusal } from '../../values/refusal.ts'
import type { Case } from '../case.ts'
import { decide } from '../decide.ts'
import type { CaseEvent, Command } from '../event.ts'
import { emptyCase, foldFrom } from '../fold.ts'
import { caseFileSchema } from './case-schema.ts'
import type { ExhibitFile } from './exhibit-file.ts'
import { type Path, pathText, placed } from './place.ts'
import { schemaFaults } from './schema-fault.ts'
import { tellCase } from './telling.ts'
import { tellUnconfirmed } from './telling-unconfirmed.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readYaml } from './yaml-source.ts'

export type CaseFileInput = {
  /** The text of `case.yaml`. */
  readonly text: string
  /** How messages name the file. */
  readonly name: string
  /** The case's id when the file gives none. */
  readonly id: string
  /** What was found in `evidence/`, in the order in which unlisted files are to be numbered. */
  readonly files: readonly ExhibitFile[]
  /** The present moment, an instant as `parseInstant` gives it: recorded with every event. */
  readonly now: string
  readonly vocabulary?: Vocabulary
}

/** Something the user should know although the case was read. */
export type Notice = Pick<Refusal, 'code' | 'text' | 'at'>

export type CaseFileReading =
  | {
      readonly ok: true
      readonly case: Case
      readonly events: readonly CaseEvent[]
      readonly notices: readonly Notice[]
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

const MOST_REFUSALS = 20

/**
 * Reads a case file into the events of a new case by way of the same commands a user gives. All faults are told, at
 * most twenty, each with file, line, path and the way to mend it; a file with a fault gives no case.
 */
export function readCaseFile(input: CaseFileInput): CaseFileReading {
  const { text, name } = input
  if (text.replace('\uFEFF', '').trim() === '') return refused([placed('case-file-empty', empty, name)])
  const yaml = readYaml(text, name)
  if (!yaml.ok) return refused(yaml.refusals)
  const { value, lineOf } = yaml.source
  if (value === null || value === undefined) return refused([placed('case-file-empty', empty, name)])
  const parsed = caseFileSchema.safeParse(value, { reportInput: true })
  if (!parsed.success) {
    const faults = schemaFaults(parsed.error.issues)
    const inOrder = faults.toSorted((a, b) => (lineOf(a.path) ?? 0) - (lineOf(b.path) ?? 0))
    return refused(inOrder.map((fault) => placed(fault.code, fault.text, placeOf([fault.path]))))
  }

  const refusals: Refusal[] = []
  const notices: Notice[] = []
  let [kase, events]: [Case, readonly CaseEvent[]] = [emptyCase, []]
  const teller = {
    give(command: Command, path: Path, elsewhere: Readonly<Record<string, Path>> = {}): Case | undefined {
      const decided = decide(kase, command)
      if (!decided.ok) {
        for (const fault of decided.refusal.all ?? [decided.refusal]) {
          const keys = (fault.at ?? '').split(', ').filter((key) => key !== '')
          const paths = keys.map((key) => elsewhere[key] ?? [...path, ...stepsOf(key)])
          refusals.push(placed(fault.code, fault.text, placeOf(paths.length === 0 ? [path] : paths)))
        }
        return undefined
      }
      kase = foldFrom(kase, decided.value, events)
      events = [...events, ...decided.value]
      return kase
    },
    fault(fault: Refusal, path: Path): undefined {
      refusals.push(placed(fault.code, fault.text, placeOf([path])))
    },
    notice(code: string, words: Refusal['text'], at: string): void {
      notices.push({ code, text: words, at })
    },
  }
  tellCase(parsed.data, input, teller)
  tellUnconfirmed(parsed.data, teller)
  return refusals.length > 0 ? refused(withoutEchoes(refusals)) : { ok: true, case: kase, events, notices }

  function placeOf(paths: readonly Path[]): string {
    return paths
      .map((path) => {
        const line = lineOf(path)
        return `${name}${line === undefined ? '' : `:${line}`} ${pathText(path)}`.trim()
      })
      .join(', ')
  }
}

/** An exhibit that was refused is no longer there for those who refer to it: only the first fault is worth telling. */
function withoutEchoes(refusals: readonly Refusal[]): readonly Refusal[] {
  const first = refusals.filter((refusal) => refusal.code !== 'exhibit-unknown')
  return first.some((refusal) => / evidence\b/.test(refusal.at ?? '')) ? first : refusals
}

function stepsOf(key: string): Path {
  return key.split(/[.[\]]+/).flatMap((step) => (step === '' ? [] : /^\d+$/.test(step) ? Number(step) : step))
}

function refused(refusals: readonly Refusal[]): CaseFileReading {
  return { ok: false, refusals: refusals.slice(0, MOST_REFUSALS) }
}

const empty = {
  zh: '文件是空的；至少要写 order（订单），可从 examples/ 里的案件复制一份来改',
  en: 'the file is empty; it needs at least order; copy one of the cases in examples/ and change it',
}
