import type { Dossier } from '../dossier.ts'
import type { Block, Sentence } from '../outline.ts'
import { paperMoment } from '../paper-date.ts'
import { type Built, nothing } from '../uses.ts'

/** What to do first, at most three, each with its reason and its day. */
export function nextSteps({ advice }: Dossier): Built {
  return list(
    advice.next.slice(0, 3).map((step) => `${step.do}${step.by ? `（${paperMoment(step.by)}前）` : ''}——${step.why}`),
    true,
  )
}

/** The questions whose answers would decide most. */
export function openQuestions({ advice }: Dossier): Built {
  return list(
    advice.questions.slice(0, 5).map((question) => question.ask),
    true,
  )
}

/** Exhibits that are missing or weak, with the way to mend each. */
export function evidenceGaps({ advice, kase, knowledge }: Dossier): Built {
  const needs = kase.problem.types.flatMap(({ type }) => knowledge.problems[type]?.evidence ?? [])
  const gaps = advice.evidence.filter((finding) => finding.status !== 'have')
  return list(
    gaps.slice(0, 5).map((gap) => {
      const title = needs.find((need) => need.id === gap.need)?.title.zh ?? gap.need
      return `${gap.status === 'weak' ? '不够' : '缺少'}：${title}。${gap.how}`
    }),
    false,
  )
}

/** What to keep away from, with the reason. */
export function warnings({ advice }: Dossier): Built {
  return list(
    advice.warnings.slice(0, 4).map((warning) => warning.text),
    false,
  )
}

function list(texts: readonly string[], numbered: boolean): Built {
  if (texts.length === 0) return nothing
  const items = texts.map((text): Sentence[] => [{ text, ground: { type: 'form' } }])
  const block: Block = { type: 'list', numbered, items }
  return { blocks: [block] }
}
