import type { Exhibit } from '../../case/case.ts'
import type { ExhibitsPart } from '../../knowledge/letters/letter-part.ts'
import type { Dossier } from '../dossier.ts'
import { paperMoment } from '../paper-date.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'

const unknown = '未填写'
type Kinds = ExhibitsPart['exhibits']

/**
 * The list of exhibits in the form of 证据规定 art. 19: number, name, kind, source, purpose, what is handed in and where
 * the original is, page, copies for the other side, file and digest.
 */
export function exhibitList({ exhibits: kinds }: ExhibitsPart, { exhibits, respondents }: Dossier): Built {
  if (exhibits.length === 0) return nothing
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          { title: '编号', width: 13, align: 'center' },
          { title: '证据名称', width: 40 },
          { title: '种类', width: 16, align: 'center' },
          { title: '来源和取得方式', width: 38 },
          { title: '证明对象和内容', width: 'auto' },
          { title: '提交的形式和原件所在', width: 36 },
          { title: '页码', width: 12, align: 'center' },
          { title: '副本', width: 12, align: 'center' },
          { title: '文件名和SHA-256校验值', width: 42 },
        ],
        rows: exhibits.map(({ number, exhibit }) => [
          { text: number },
          { text: inert(exhibit.title), image: exhibit.id },
          { text: kindOf(exhibit, kinds) },
          { text: sourceOf(exhibit) },
          { text: exhibit.proves === undefined ? unknown : inert(exhibit.proves) },
          { text: formOf(exhibit, kinds) },
          { text: '＿＿' },
          { text: `${respondents.length}份` },
          { text: `${inert(exhibit.file)}\n${exhibit.sha256}`, mono: true },
        ]),
      },
    ],
    uses: { exhibits: exhibits.map(({ exhibit }) => exhibit.id) },
  }
}

/** A document by its nature counts as electronic data all the same when what the user keeps is on a device or account. */
function kindOf({ kind, mime, original = '' }: Exhibit, { kinds, electronic }: Kinds): string {
  const isElectronic = isRecording(mime) || /手机|电脑|账号|邮箱|电子/.test(original)
  return (isElectronic ? undefined : kinds.find(({ of }) => of.includes(kind))?.kind) ?? electronic
}

/** What is handed in for an exhibit, and where its original is kept. */
function formOf(exhibit: Exhibit, kinds: Kinds): string {
  const original = exhibit.original === undefined ? unknown : inert(exhibit.original)
  if (kindOf(exhibit, kinds) !== kinds.electronic) return `复制件；原件：${original}`
  return `${isRecording(exhibit.mime) ? '电子文件' : '打印件'}；原始载体：${original}`
}

function isRecording(mime = ''): boolean {
  return /^(video|audio)\//.test(mime)
}

function sourceOf({ source, takenAt }: Exhibit): string {
  const taken = takenAt === undefined ? '' : `（取得时间：${paperMoment(takenAt)}）`
  return `${source === undefined ? unknown : inert(source)}${taken}`
}
