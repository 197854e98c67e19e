import type { PurchaseWindow } from '../../core/advice/purchase/windows.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { shortCite } from '../../core/knowledge/provision-ref.ts'
import { formatShanghai } from '../../core/values/instant.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import type { Casebook } from '../../server/casebook/casebook.ts'
import type { BuyingCheck } from '../../server/casebook/purchases/before-buying.ts'
import { standing } from '../advice-words.ts'

type Row = Awaited<ReturnType<Casebook['store']['cases']>>[number]

const levels = {
  stop: { zh: '先别买', en: 'do not buy yet' },
  care: { zh: '当心', en: 'take care' },
  good: { zh: '可以', en: 'fine' },
} as const

/** A line a purchase: id, what it is, the next window that closes. */
export function purchaseLines(rows: readonly Row[], lang: Lang): string {
  if (rows.length === 0)
    return `${say({ zh: '账本里还没有记录；记一笔：youju purchase add --item 名称', en: 'Nothing kept yet; keep one with youju purchase add --item NAME' }, lang)}\n`
  const lines = rows.map(({ caseId, title, shop, next }) =>
    [
      caseId,
      shop === '' ? title : `${title} · ${shop}`,
      ...(next ? [`${formatShanghai(next.due)} ${next.what}`] : []),
    ].join('  '),
  )
  return `${lines.join('\n')}\n`
}

/** The windows of a purchase: until when, on what it rests, and what would have to be known. */
export function windowLines(id: string, windows: readonly PurchaseWindow[], knowledge: Knowledge, lang: Lang): string {
  const t = (text: Text) => say(text, lang)
  const lines = windows.map((one) => {
    if (!('clock' in one)) return `- ${one.what}${t(asks(one.asks))}`
    const { what, due, provisional, cites, standing: ground } = one.clock
    const marks = [
      ...(provisional ? [t({ zh: '暂定', en: 'provisional' })] : []),
      ...(ground === 'law' ? [] : [t(standing[ground])]),
      ...cites.map((ref) => shortCite(knowledge, ref)),
    ]
    return `- ${formatShanghai(due)}  ${what}${marks.length === 0 ? '' : ` [${marks.join(t({ zh: '、', en: ', ' }))}]`}`
  })
  return `${[id, ...lines].join('\n')}\n`
}

function asks(questions: readonly string[]): Text {
  return {
    zh: `：还不知道。要先弄清：${questions.join(' ')}`,
    en: `: not known yet. To be answered first: ${questions.join(' ')}`,
  }
}

/** What to look at before buying, the gravest first, then what is still to be asked. */
export function buyingLines({ findings, questions }: BuyingCheck, knowledge: Knowledge, lang: Lang): string {
  const t = (text: Text) => say(text, lang)
  const said = findings.map(({ level, title, text, standing: ground, cites }) => {
    const marks = [...(ground === 'law' ? [] : [t(standing[ground])]), ...cites.map((ref) => shortCite(knowledge, ref))]
    return `[${t(levels[level])}] ${title}${t({ zh: '：', en: ': ' })}${text}${marks.length === 0 ? '' : ` [${marks.join(t({ zh: '、', en: ', ' }))}]`}`
  })
  const asked = questions.map(({ fact, ask, why }) => `- ${ask} (${fact}) ${why}`)
  const open = asked.length === 0 ? [] : ['', t({ zh: '还要看：', en: 'Still to look at:' }), ...asked]
  return `${[...said, ...open].join('\n').trim()}\n`
}
