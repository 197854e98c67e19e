import type { Check } from '../check.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Standing } from '../provenance.ts'
import { findProvision } from '../provision-ref.ts'

export const gradeCarries: Check = {
  id: 'grade-carries',
  why: {
    zh: '只见摘录或转述的条文（B、C 级）不能单独支撑一项权利或者一笔金额；只见转述的（C 级）也不能单独支撑一个法定或平台期限。',
    en: 'A provision seen only in excerpt or second hand (B, C) never carries a right or a sum alone, one seen second hand (C) no clock of law or platform.',
  },
  fix: {
    zh: '补一条见过全文（A 级）的法律条文；期限没有的，把 standing 改成 heuristic。',
    en: 'Cite a provision of law seen in full (A) beside it; a clock without one is `heuristic`.',
  },
  *breaches(knowledge) {
    for (const folder of ['rights', 'bases'] as const)
      for (const [id, claim] of Object.entries(knowledge[folder]))
        if (!carried(claim, ['A'], knowledge))
          yield { entry: `${folder}/${id}`, path: ['cites'], detail: claim.cites.join(', ') }
    for (const [id, clock] of Object.entries(knowledge.deadlines)) {
      const binding = clock.standing === 'law' || clock.standing === 'platform'
      if (binding && clock.cites.length > 0 && !carried(clock, ['A', 'B'], knowledge))
        yield { entry: `deadlines/${id}`, path: ['cites'], detail: clock.cites.join(', ') }
    }
  },
}

type Claim = { readonly cites: readonly string[]; readonly standing: Standing }

/** Whether one of the provisions cited has that standing and was seen that well. */
function carried({ cites, standing }: Claim, grades: readonly string[], knowledge: Knowledge): boolean {
  return cites.some((ref) => {
    const found = findProvision(knowledge, ref)
    return found !== undefined && found.law.standing === standing && grades.includes(found.provision.grade)
  })
}
