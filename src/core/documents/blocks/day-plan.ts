import { dayPlan as plan } from '../../advice/doors/day-plan.ts'
import type { Dossier } from '../dossier.ts'
import { type Built, nothing } from '../uses.ts'

/** What can stand side by side on one day, in its order. */
export function dayPlan({ advice, kase, knowledge, now }: Dossier): Built {
  const items = plan(advice.channels, kase, knowledge, now).map(({ text }) => [
    { text, ground: { type: 'form' } as const },
  ])
  return items.length === 0 ? nothing : { blocks: [{ type: 'list', numbered: false, items }] }
}
