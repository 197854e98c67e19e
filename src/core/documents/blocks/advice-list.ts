import { dayPlan as plan } from '../../advice/doors/day-plan.ts'
import type { Dossier } from '../dossier.ts'
import type { Block, Sentence } from '../outline.ts'
import { paperDue } from '../paper-date.ts'
import { type Built, nothing } from '../uses.ts'

/** What to do first, at most three, each with its reason and its day. */
export function nextSteps({ advice }: Dossier): Built {
  return shortList(
    advice.next.map((step) => `${step.do}${step.by ? `（${paperDue(step.by)}前）` : ''}——${step.why}`),
    true,
  )
}

/** The questions whose answers would decide most. */
export function openQuestions({ advice }: Dossier): Built {
  return shortList(
    advice.questions.map((question) => question.ask),
    true,
  )
}

/** Exhibits that are missing or weak, with the way to mend each. */
export function evidenceGaps({ advice, kase, knowledge }: Dossier): Built {
  const needs = kase.problem.types.flatMap(({ type }) => knowledge.problems[type]?.evidence ?? [])
  const gaps = advice.evidence.filter((finding) => finding.status !== 'have')
  return shortList(
    gaps.map((gap) => {
      const title = needs.find((need) => need.id === gap.need)?.title.zh ?? gap.need
      return `${gap.status === 'weak' ? '不够' : '缺少'}：${title}。${gap.how}`
    }),
    false,
  )
}

/** What to keep away from, with the reason. */
export function warnings({ advice }: Dossier): Built {
  return shortList(
    advice.warnings.map((warning) => warning.text),
    false,
  )
}

/** What can stand side by side on one day, in its order, all of it. */
export function dayPlan({ advice, kase, knowledge, now }: Dossier): Built {
  const items = plan(advice.channels, kase, knowledge, now).map(({ text }): Sentence[] => [
    { text, ground: { type: 'form' } },
  ])
  return items.length === 0 ? nothing : { blocks: [{ type: 'list', numbered: false, items }] }
}

/** At most three lines, for a page that must stay one page; what is left out is counted, with the place to find it. */
function shortList(texts: readonly string[], numbered: boolean): Built {
  if (texts.length === 0) return nothing
  const items = texts.slice(0, 3).map((text): Sentence[] => [{ text, ground: { type: 'form' } }])
  const blocks: Block[] = [{ type: 'list', numbered, items }]
  if (texts.length > items.length) blocks.push(leftOut(texts.length - items.length))
  return { blocks }
}

/** Says how many lines are left out. */
export function leftOut(count: number): Block {
  return { type: 'note', text: `另有${count}项，见advice.json。` }
}
