import type { Check } from '../check.ts'
import { findProvision } from '../provision-ref.ts'

export const gradeCarries: Check = {
  id: 'grade-carries',
  why: {
    zh: '只见摘录或转述的条文（B、C 级）不能单独支撑一项权利。',
    en: 'A provision seen only in excerpt or second hand (B, C) never carries a right alone.',
  },
  fix: { zh: '补一条见过全文（A 级）的法律条文。', en: 'Cite a provision of law seen in full (A) beside it.' },
  *breaches(knowledge) {
    for (const [id, right] of Object.entries(knowledge.rights)) {
      const found = right.cites.map((ref) => findProvision(knowledge, ref))
      const carried = found.some((f) => f?.provision.grade === 'A' && f.law.standing === right.standing)
      if (!carried) yield { entry: `rights/${id}`, path: ['cites'], detail: right.cites.join(', ') }
    }
  },
}
