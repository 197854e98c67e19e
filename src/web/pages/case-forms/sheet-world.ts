import type { Lang } from '../../../core/values/text.ts'
import type { TimelineEntry } from '../../../server/api/client.ts'
import type { ShownCase } from '../../case/use-case.tsx'
import type { FormSpec, Option } from '../../forms/form-spec.ts'
import type { Texts } from '../../texts/zh/zh.ts'

/** What a form of a case is made from. */
export type SheetWorld = Pick<ShownCase, 'view' | 'kase' | 'advice' | 'vocabulary' | 'channelTitle' | 'now'> & {
  readonly t: Texts
  readonly lang: Lang
  /** What the address says it is about: a filing, an exhibit, a channel … */
  readonly of: string
  readonly entries: readonly TimelineEntry[]
}

/** A form, or nothing where the case has not what the address speaks of. */
export type MakeSpec = (world: SheetWorld) => FormSpec | undefined

export function exhibitOptions({ kase, view }: Pick<SheetWorld, 'kase' | 'view'>): readonly Option[] {
  return kase.evidence
    .filter(({ withdrawn }) => withdrawn !== true)
    .map(({ id, title, mime }) => ({
      value: id,
      label: `${id} ${title}`,
      ...(mime?.startsWith('image/') && { picture: `/api/cases/${view.id}/evidence/${id}/thumbnail` }),
    }))
}

/** Every channel, those of this case first. */
export function channelOptions({ advice, vocabulary }: Pick<SheetWorld, 'advice' | 'vocabulary'>): readonly Option[] {
  const own = advice.channels.map(({ id }) => id)
  const place = (id: string) => (own.includes(id) ? own.indexOf(id) : own.length)
  return vocabulary.channels
    .map(({ id, title }) => ({ value: id, label: title }))
    .toSorted((a, b) => place(a.value) - place(b.value))
}

/** The filings that stand, the newest first, and the one that a correction is about. */
export function filingOptions(
  { kase, channelTitle }: Pick<SheetWorld, 'kase' | 'channelTitle'>,
  about?: string,
): readonly Option[] {
  return kase.filings
    .filter(({ id, withdrawnAt }) => withdrawnAt === undefined || id === about)
    .map(({ id, channel, ticket }) => ({
      value: id,
      label: [id, channelTitle(channel), ticket].filter(Boolean).join(' · '),
    }))
    .toReversed()
}

/** A key with its value where there is one: commands leave out what is not known. */
export function given<K extends string, V>(key: K, value: V | undefined | ''): Partial<Record<K, V>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, V>)
}
