import type { HeldDocument } from '../../knowledge/letters/held-document.ts'
import { citesText, isCitable } from '../cites-text.ts'
import type { Dossier } from '../dossier.ts'
import { fill, placeholdersOf } from '../fill.ts'
import { heldDocuments } from '../occasion/held-documents.ts'
import type { Block, Cell } from '../outline.ts'
import { sellerOf } from '../party.ts'
import { inert } from '../user-text.ts'
import type { Built } from '../uses.ts'

/** The documents that those sued are to hand over, a table each (证据规定 art. 45). */
export function heldByRespondents(dossier: Dossier): Built {
  const { byRespondents } = heldDocuments(dossier)
  return together(
    byRespondents.map((document) =>
      tableOf(document, dossier, { holder: '控制人', because: '控制的根据和应当提交的理由' }),
    ),
  )
}

/** The documents that the court is to collect from others, a table each (证据规定 art. 20). */
export function heldByOthers(dossier: Dossier): Built {
  const { byOthers } = heldDocuments(dossier)
  return together(
    byOthers.map((document) =>
      tableOf(document, dossier, { holder: '被调查人及住所', because: '需要法院调查收集的原因' }),
    ),
  )
}

type Labels = { readonly holder: string; readonly because: string }

function tableOf(document: HeldDocument, dossier: Dossier, labels: Labels): Built {
  const { knowledge, today, values } = dossier
  const cites = document.cites.filter((ref) => isCitable(knowledge, ref, today, today))
  const clues = placeholdersOf(document.clue)
  const clue = clues.every((name) => values(name) !== undefined)
    ? fill(document.clue, (name) => values(name)?.text)
    : '＿＿＿＿＿＿＿＿'
  const rows: readonly (readonly Cell[])[] = [
    [{ text: '证据名称和内容' }, { text: document.document }],
    [{ text: labels.holder }, { text: holderOf(document, dossier) }],
    [{ text: '要证明的事实' }, { text: `${document.proves}。` }],
    [{ text: labels.because }, { text: `${fill(document.because, () => citesText(knowledge, cites))}。` }],
    [{ text: '线索' }, { text: `${clue}。` }],
  ]
  const columns = [
    { title: '', width: 46, label: true },
    { title: '', width: 'auto' as const },
  ]
  return {
    blocks: [{ type: 'table', columns, rows }],
    uses: { cites, facts: clues.flatMap((name) => values(name)?.facts ?? []) },
  }
}

/** The holder by name and seat as far as they are known. */
function holderOf({ holder }: HeldDocument, { kase, values }: Dossier): string {
  const blank = '＿＿＿＿＿＿＿＿'
  const own = holder === 'platform' && kase.order.shop?.selfOperated === true
  if (holder === 'seller' || own) return `${sellerOf(kase)}，住所${values('shop.address')?.text ?? blank}`
  if (holder === 'carrier') return `${kase.order.carrier ? inert(kase.order.carrier) : '承运快递企业'}，住所${blank}`
  return `${values('platform.company')?.text ?? '京东平台经营者＿＿＿＿'}，住所${values('platform.address')?.text ?? blank}`
}

function together(parts: readonly Built[]): Built {
  const blocks: readonly Block[] = parts.flatMap((part) => part.blocks)
  return {
    blocks,
    uses: {
      cites: parts.flatMap(({ uses }) => uses?.cites ?? []),
      facts: parts.flatMap(({ uses }) => uses?.facts ?? []),
    },
  }
}
