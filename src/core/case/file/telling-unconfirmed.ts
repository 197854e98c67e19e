import type { CaseFile } from './case-schema.ts'
import type { Teller } from './telling.ts'

/** Says what was read by the program and that nobody has looked at yet: a paper may rest on it. */
export function tellUnconfirmed({ readings, contacts, evidence }: CaseFile, teller: Pick<Teller, 'notice'>): void {
  const values = (readings ?? []).filter(({ confirm, used }) => confirm === true && used !== false)
  if (values.length > 0) {
    const named = values.map(({ field, value }) => `${field} = ${value}`)
    teller.notice(
      'values-unconfirmed',
      {
        zh: `以下由程序从证据中读出，还没有核对：${named.join('、')}；请对照原图，核对后删去 readings 里的 confirm`,
        en: `read from the exhibits and not confirmed yet: ${named.join(', ')}; compare with the pictures, then drop confirm in readings`,
      },
      'readings',
    )
  }
  const lists = [
    { list: contacts, at: 'contacts', zh: '条沟通记录', en: 'contacts' },
    { list: evidence, at: 'evidence', zh: '件证据的种类和说明', en: 'kinds and titles of exhibits' },
  ]
  for (const { list, at, zh, en } of lists) {
    const open = (list ?? []).filter(({ confirm }) => confirm === true).length
    if (open === 0) continue
    teller.notice(
      `${at}-unconfirmed`,
      {
        zh: `${open} ${zh}由程序读出，还没有核对；核对后删去各条的 confirm`,
        en: `${open} ${en} were read by the program and not confirmed yet; drop their confirm once they are`,
      },
      at,
    )
  }
}
