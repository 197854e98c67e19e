import type { Breach, Check } from '../check.ts'
import { spellingsOf } from '../lookup/law-name.ts'

export const namesApart: Check = {
  id: 'names-apart',
  why: { zh: '一个名称只能指一部法律，否则引用会读错。', en: 'A name means one law, else a citation is misread.' },
  fix: { zh: '改掉或删去其中一个简称（short）。', en: 'Change or drop one of the short names.' },
  breaches({ laws }) {
    const owners = new Map<string, string>()
    const breaches: Breach[] = []
    for (const [id, law] of Object.entries(laws))
      for (const name of spellingsOf(law)) {
        if (owners.has(name)) breaches.push({ entry: `laws/${id}`, path: ['short'], detail: name })
        owners.set(name, id)
      }
    return breaches
  },
}
