import type { Text } from '../../values/text.ts'
import { type PageKnowledge, pageLexiconOf } from '../page-lexicon.ts'
import { type CheckFinding, nothingToMend } from './check-finding.ts'

/** What the container of a film tells of itself. */
export type FilmContainer = {
  readonly seconds?: number
  readonly createdAt?: string
  readonly tracks?: { readonly video: number; readonly audio: number }
  /** The program that wrote the file. */
  readonly writtenBy?: string
  /** Entries of the longest edit list: more than one joins pieces. */
  readonly edits?: number
  /** Seconds by which the tracks differ in length. */
  readonly tracksApart?: number
}

/** Shorter films can hardly show a parcel being opened. */
const SHORTEST = 10
const APART = 1.5

const original: Text = {
  zh: '用手机相册里的原片（不要经聊天软件转发），从面单拍到取出商品，一镜到底',
  en: 'use the original from the phone’s album (not one sent through a chat), from the label to the goods in one take',
}

/** Whether a film is one take, as far as its container can tell; what was cut and joined well leaves no trace there. */
export function videoUnbroken(film: FilmContainer, knowledge: PageKnowledge): CheckFinding {
  const { seconds, createdAt, tracks, writtenBy, edits, tracksApart } = film
  if (tracks !== undefined && tracks.video === 0)
    return { status: 'missing', why: { zh: '文件里没有画面', en: 'the file holds no picture' }, how: original }
  const { editors = [], converters = [] } = pageLexiconOf(knowledge).sets
  const names = (words: readonly string[]) =>
    words.some((word) => (writtenBy ?? '').toLowerCase().includes(word.toLowerCase()))
  const faults: readonly (Text | undefined)[] = [
    names(editors)
      ? { zh: `由剪辑程序写成（${writtenBy}）`, en: `written by an editing program (${writtenBy})` }
      : undefined,
    names(converters) && !names(editors)
      ? {
          zh: `转过码（${writtenBy}），不是手机拍下的原文件`,
          en: `converted (${writtenBy}), not the file the phone wrote`,
        }
      : undefined,
    edits !== undefined && edits > 1 ? { zh: `由 ${edits} 段接成`, en: `joined from ${edits} pieces` } : undefined,
    tracks !== undefined && tracks.video > 1
      ? { zh: `有 ${tracks.video} 条画面`, en: `it has ${tracks.video} picture tracks` }
      : undefined,
    tracksApart !== undefined && tracksApart > APART
      ? { zh: '声音和画面长短不一', en: 'sound and picture differ in length' }
      : undefined,
    seconds !== undefined && seconds < SHORTEST
      ? { zh: `只有 ${Math.round(seconds)} 秒`, en: `it is only ${Math.round(seconds)} seconds long` }
      : undefined,
    seconds === undefined ? { zh: '文件没有说明有多长', en: 'the file does not tell how long it is' } : undefined,
    createdAt === undefined
      ? { zh: '文件没有说明什么时候拍的', en: 'the file does not tell when it was taken' }
      : undefined,
  ]
  const found = faults.flatMap((fault) => fault ?? [])
  if (found.length > 0)
    return {
      status: 'weak',
      why: { zh: `${found.map(({ zh }) => zh).join('；')}。`, en: `${found.map(({ en }) => en).join('; ')}.` },
      how: original,
    }
  return {
    status: 'have',
    why: {
      zh: '文件本身没有剪接的痕迹（这不能证明画面没有剪过）',
      en: 'the file itself shows no trace of cutting (which does not prove that there was none)',
    },
    how: nothingToMend,
  }
}
