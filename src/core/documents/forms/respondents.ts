import { factValue } from '../../advice/fact-table.ts'
import type { Letter } from '../../knowledge/letter.ts'
import { chineseNumber } from '../../knowledge/provision-ref.ts'
import type { Right } from '../../knowledge/right.ts'
import { demandedRights } from '../blocks/demands.ts'
import type { Dossier } from '../dossier.ts'
import type { PaperValues } from '../paper-values.ts'
import { isOwedBy } from '../party.ts'

/** Who a paper before an authority or a court can be against, and what they are in the case. */
const roles = { seller: '销售者', platform: '平台经营者', producer: '生产者', streamer: '直播间运营者' } as const
export type Party = keyof typeof roles
const others = ['platform', 'producer', 'streamer'] as const

/** One of those a paper is against; `title` is 被告, or 被告一 where there are several. */
export type NamedRespondent = { readonly party: Party; readonly title: string; readonly role: string }

/**
 * Those who owe what is demanded: the seller, and the platform, the producer and the operator of a live room where a demanded right is
 * one against them. They are named once the user has said who they are, or asks for such a right in so many words; `unnamed` are
 * those who would owe something more. The platform alone answers for a seller whom it cannot name.
 */
export function partiesOf(dossier: Dossier): { readonly named: readonly Party[]; readonly unnamed: readonly Party[] } {
  const { kase, rights, values, facts } = dossier
  const chosen = dossier.chosen?.rights ?? []
  const further = others.filter((party) => party !== 'platform' || kase.order.shop?.selfOperated !== true)
  const mayBe = (party: Party) =>
    values(pathOf(party, 'name')) !== undefined ||
    rights.some(
      ({ right }) => chosen.includes(right.id) && owes(party, right, dossier) && !owes('seller', right, dossier),
    )
  const pool = rights.filter(({ right }) =>
    ['seller' as const, ...further.filter(mayBe)].some((party) => owes(party, right, dossier)),
  )
  const demanded = demandedRights({ ...dossier, rights: pool })
  const named = further.filter((party) => mayBe(party) && demanded.some(({ right }) => owes(party, right, dossier)))
  const nobodyElse =
    values(pathOf('seller', 'name')) === undefined &&
    factValue(facts, 'platform.gave-seller-info') === false &&
    named.includes('platform')
  const unnamed = further.filter(
    (party) =>
      !mayBe(party) && rights.some(({ right }) => owes(party, right, dossier) && !owes('seller', right, dossier)),
  )
  return { named: nobodyElse ? named : ['seller', ...named], unnamed }
}

/** Numbers the respondents as the paper calls them. */
export function numbered(title: string, named: readonly Party[]): readonly NamedRespondent[] {
  return named.map((party, i) => ({
    party,
    title: named.length > 1 ? `${title}${chineseNumber(i + 1)}` : title,
    role: roles[party],
  }))
}

/** Whether a right is one against that party; the platform stands in for the seller of its own goods. */
export function owes(party: Party, right: Right, { kase }: Pick<Dossier, 'kase'>): boolean {
  return party === 'seller' ? isOwedBy(right, 'seller', kase) : right.against.includes(party)
}

/** `（被告二）` after what not every respondent owes; nothing where there is one. */
export function owedByMark(right: Right, dossier: Dossier): string {
  const { respondents } = dossier
  const owing = respondents.filter(({ party }) => owes(party, right, dossier))
  return owing.length === 0 || owing.length === respondents.length
    ? ''
    : `（${owing.map(({ title }) => title).join('、')}）`
}

/** `{respondent.name}`, `{respondent.address}` … read from where the case holds them. */
export function valuesOf(respondent: NamedRespondent, values: PaperValues): PaperValues {
  return (name) => {
    if (!name.startsWith('respondent.')) return values(name)
    const field = name.slice('respondent.'.length)
    if (field === 'title' || field === 'role') return { text: respondent[field], facts: [], exhibits: [] }
    return values(pathOf(respondent.party, field))
  }
}

/** Where the case holds a particular of a party: the seller's under `shop`, the others' as facts. */
export function pathOf(party: Party, field: string): string {
  return `${party === 'seller' ? 'shop' : party}.${field === 'name' ? 'company' : field}`
}

/** The words a letter has for a need of each respondent: 被告二的住所. */
export function needsOfRespondents(
  letter: Letter,
  { respondents }: Dossier,
): readonly { what: string; name: string }[] {
  return letter.requires.flatMap((need) => {
    const [whole, field] = need.what.split('.')
    if (whole !== 'respondent' || field === undefined) return [need]
    return respondents.map(({ party, role }) => ({
      what: pathOf(party, field),
      name: respondents.length > 1 ? `${need.name}（${role}）` : need.name,
    }))
  })
}
