import type { Dossier } from '../dossier.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

/** The exhibits a form names, a row each: number, name, source, what it is to prove. */
export function exhibitTable({ exhibits }: Dossier): Built {
  if (exhibits.length === 0) return nothing
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '编号', width: 14, align: 'center' },
          { title: '证据名称', width: 44 },
          { title: '来源', width: 34 },
          { title: '证明内容', width: 'auto' },
        ],
        rows: exhibits.map(({ number, exhibit: { title, source = '', proves = '' } }) => [
          { text: number },
          { text: inert(title) },
          { text: inert(source) },
          { text: inert(proves) },
        ]),
      },
    ],
    uses: { exhibits: exhibits.map(({ exhibit }) => exhibit.id) },
  }
}
