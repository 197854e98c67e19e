import type { Exhibit } from '../../case/case.ts'
import type { EvidenceKind } from '../../values/evidence-kind.ts'
import type { Dossier } from '../dossier.ts'
import { paperMoment } from '../paper-date.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

/** Exhibits that are papers by nature; everything else a shopper has is electronic data (民诉解释 art. 116). */
const papers: readonly EvidenceKind[] = ['test-report', 'medical', 'authority-letter']
const unknown = '未填写'

/** The list of exhibits in the form of 证据规定 art. 19: number, name, kind, source, purpose, original, file and digest. */
export function exhibitList({ exhibits }: Dossier): Built {
  if (exhibits.length === 0) return nothing
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '编号', width: 14, align: 'center' },
          { title: '证据名称', width: 44 },
          { title: '证据种类', width: 22, align: 'center' },
          { title: '来源', width: 40 },
          { title: '证明对象和内容', width: 'auto' },
          { title: '原件或者原始载体', width: 34 },
          { title: '文件名和SHA-256校验值', width: 44 },
        ],
        rows: exhibits.map(({ number, exhibit }) => [
          { text: number },
          { text: inert(exhibit.title), image: exhibit.id },
          { text: kindOf(exhibit) },
          { text: sourceOf(exhibit) },
          { text: exhibit.proves === undefined ? unknown : inert(exhibit.proves) },
          { text: exhibit.original === undefined ? unknown : inert(exhibit.original) },
          { text: `${inert(exhibit.file)}\n${exhibit.sha256}`, mono: true },
        ]),
      },
    ],
    uses: { exhibits: exhibits.map(({ exhibit }) => exhibit.id) },
  }
}

function kindOf({ kind, mime }: Exhibit): string {
  return papers.includes(kind) && !/^(video|audio)\//.test(mime ?? '') ? '书证' : '电子数据'
}

function sourceOf({ source, takenAt }: Exhibit): string {
  const taken = takenAt === undefined ? '' : `（取得时间：${paperMoment(takenAt)}）`
  return `${source === undefined ? unknown : inert(source)}${taken}`
}
