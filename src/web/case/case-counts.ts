import type { CasePlace } from './step-target.ts'
import { useCase } from './use-case.tsx'

/** How much there is on each page of the case, where a number says something. */
export function useCaseCounts(): Readonly<Partial<Record<CasePlace, number>>> {
  const { kase, advice } = useCase()
  return {
    evidence: kase.evidence.filter(({ withdrawn }) => withdrawn !== true).length,
    rights: advice.rights.filter(({ status }) => status === 'applies').length,
    channels: advice.channels.filter(({ status }) => status === 'open').length,
    clocks: advice.deadlines.filter(({ status }) => status !== 'done').length,
    offers: kase.offers.length,
    timeline: kase.version,
  }
}
