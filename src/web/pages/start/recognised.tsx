import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { formatYuan } from '../../../core/values/fen.ts'
import { formatShanghai } from '../../../core/values/instant.ts'
import type { GivenCommand, Vocabulary } from '../../../server/api/client.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { factWords } from '../../case/fact-words.ts'
import { Card } from '../../parts/card.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from '../../texts/zh/zh.ts'

type Props = { readonly commands: readonly GivenCommand[]; readonly onRemove: (command: GivenCommand) => void }

/** What was read out of the words, each to be taken away again. */
export function Recognised({ commands, onRemove }: Props) {
  const { t, lang } = useTexts()
  const vocabulary = useQuery(vocabularyQuery(lang)).data
  const rows = commands.flatMap((command) => {
    const row = rowOf(command, t, vocabulary)
    return row === undefined ? [] : [{ command, ...row }]
  })
  if (rows.length === 0) return null
  return (
    <Card title={t.start.recognised} className="my-3">
      <p className="text-soft text-sm">{t.start.recognisedWhy}</p>
      <dl>
        {rows.map(({ command, label, value }) => (
          <div key={JSON.stringify(command)} className="flex items-center gap-3 border-line border-b last:border-b-0">
            <dt className="w-24 shrink-0 text-soft">{label}</dt>
            <dd className="flex min-w-0 flex-1 items-center justify-between gap-2">
              <span>{value}</span>
              <button
                type="button"
                aria-label={`${t.act.remove} ${label} ${value}`}
                className="flex size-11 shrink-0 items-center justify-center text-soft hover:text-bad"
                onClick={() => onRemove(command)}
              >
                <X aria-hidden="true" size={18} />
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function rowOf(command: GivenCommand, t: Texts, vocabulary: Vocabulary | undefined) {
  const { fields } = t.start
  if (command.type === 'StateFact') {
    const { fact, value } = command.payload
    const words = vocabulary?.facts[fact]
    return { label: words?.ask ?? fact, value: value === undefined ? '' : factWords(value, words, t) }
  }
  if (command.type !== 'RecordOrder') return undefined
  const { number, waybill, shop, items, paidFen, shippingFen, placedAt, paidAt, shippedAt, signedAt } = command.payload
  const at = (label: string, instant: string | undefined) =>
    instant === undefined ? undefined : { label, value: formatShanghai(instant) }
  if (number !== undefined) return { label: fields.orderNumber, value: number }
  if (waybill !== undefined) return { label: fields.waybill, value: waybill }
  if (shop !== undefined) return { label: fields.shop, value: shop.name ?? '' }
  if (items !== undefined) return { label: fields.item, value: items.map(({ name }) => name).join('、') }
  if (paidFen !== undefined) return { label: fields.paid, value: `¥${formatYuan(paidFen)}` }
  if (shippingFen !== undefined) return { label: fields.shipping, value: `¥${formatYuan(shippingFen)}` }
  return (
    at(fields.placedAt, placedAt) ??
    at(fields.paidAt, paidAt) ??
    at(fields.shippedAt, shippedAt) ??
    at(fields.signedAt, signedAt) ?? { label: fields.other, value: Object.keys(command.payload).join('、') }
  )
}
