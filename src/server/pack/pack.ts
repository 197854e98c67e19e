import type { Advice } from '../../core/advice/advice.ts'
import { advise } from '../../core/advice/advise.ts'
import { dossierOf, unnamedParties } from '../../core/documents/dossier.ts'
import type { Party } from '../../core/documents/forms/respondents.ts'
import type { Knowledge } from '../../core/knowledge/knowledge.ts'
import { inShanghai } from '../../core/values/instant.ts'
import { nearestName } from '../../core/values/nearest-name.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { type Lang, say, type Text } from '../../core/values/text.ts'
import { openReader } from '../reading/reader.ts'
import type { Thumbnails } from '../render/pdf.ts'
import { exhibitThumbnails } from './exhibit-thumbnails.ts'
import { readKnowledge } from './knowledge-folder.ts'
import { type FileEntry, jsonBytes, type Manifest, manifestBytes, manifestName, sha256 } from './manifest.ts'
import { checkForeign, checkOut, replaceOut } from './out-folder.ts'
import { paperIds, writePapers } from './papers.ts'
import { type CaseFolder, readCaseFolder, sealCaseFolder } from './read-case-folder.ts'

export type PackRequest = {
  readonly folder: string
  readonly out: string
  /** The present moment, an instant as `parseInstant` gives it. */
  readonly now: string
  /** Ids of the papers to write, called for or not; when absent, all that the case calls for. */
  readonly only?: readonly string[]
  readonly lang: Lang
  /** Knowledge to write with, in Chinese; default: the one of this package. */
  readonly knowledge?: Knowledge
}

export type Pack = {
  readonly manifest: Manifest
  /** In the language asked for. */
  readonly advice: Advice
  readonly knowledge: Knowledge
  /** The folder written to. */
  readonly out: string
  /** What the user should know that is no part of the pack: what became of the seal. */
  readonly remarks: readonly Text[]
}

/**
 * The main job: reads a case folder, judges it, writes every paper that can be written into `out` and says what the
 * others lack. All or nothing reaches `out`. The same folder and `now` give the same bytes. Also seals the evidence.
 */
export async function packFolder(request: PackRequest): Promise<Outcome<Pack>> {
  const { folder, now, lang } = request
  const knowledge = request.knowledge ?? (await packagedKnowledge())
  const ids = chosenPapers(request.only, knowledge)
  if (!ids.ok) return ids
  const read = await readCaseFolder(folder, { now, vocabulary: knowledge })
  if (!read.ok) return read
  const out = await checkOut(request.out, folder)
  if (!out.ok) return out
  const kase = read.value.case
  // Papers are Chinese whatever the language of the call.
  const inChinese = advise(kase, knowledge, now)
  const advice = lang === 'zh-CN' ? inChinese : advise(kase, { ...knowledge, lang }, now)
  const dossier = dossierOf({ kase, advice: inChinese, knowledge, now })
  const papers = await writePapers(dossier, { ids: ids.value, named: request.only !== undefined }, () =>
    drawThumbnails(read.value),
  )
  const adviceBytes = jsonBytes(advice)
  const manifest: Manifest = {
    now: inShanghai(now),
    case: kase.id,
    knowledge: knowledge.version,
    files: [adviceEntry(advice, adviceBytes), ...papers.written.map(({ entry }) => entry)],
    withheld: papers.withheld,
    notCalledFor: papers.notCalledFor.map(({ letter: { id, title }, because }) => ({
      id,
      title,
      because: say(because, lang),
    })),
    hints: papers.hints.map(({ letter: { id, title }, texts }) => ({
      id,
      title,
      texts: texts.map((text) => say(text, lang)),
    })),
    notices: [
      ...readingNotices(read.value),
      ...directionNotices(papers.turned),
      ...unnamedParties(dossier).map(partyNotice),
    ].map((text) => say(text, lang)),
  }
  const files = new Map([
    ['advice.json', adviceBytes],
    ...papers.written.map(({ entry, bytes }) => [entry.file, bytes] as const),
    [manifestName, manifestBytes(manifest)],
  ])
  const free = checkForeign(out.value, [...files.keys()])
  if (!free.ok) return free
  const remarks = await seal(read.value)
  await replaceOut(free.value, files)
  return done({ manifest, advice, knowledge, out: free.value.path, remarks })
}

let packaged: Promise<Knowledge> | undefined

/** Read once a process; a failure is not remembered. */
async function packagedKnowledge(): Promise<Knowledge> {
  packaged ??= readKnowledge().catch((error: unknown) => {
    packaged = undefined
    throw error
  })
  return packaged
}

export function chosenPapers(only: readonly string[] | undefined, { letters }: Knowledge): Outcome<readonly string[]> {
  const known = paperIds(letters)
  const wrong = only?.find((id) => !known.includes(id))
  if (wrong === undefined) return done(only === undefined ? known : known.filter((id) => only.includes(id)))
  const nearest = nearestName(wrong, known)
  return refuse('unknown-paper', {
    zh: `没有“${wrong}”这种文书${nearest === undefined ? '' : `，您是不是要写“${nearest}”`}；可用的有 ${known.join('、')}`,
    en: `There is no paper "${wrong}"${nearest === undefined ? '' : `, did you mean "${nearest}"`}; there are ${known.join(', ')}`,
  })
}

/** Drawn in a process of its own: exhibits are files from strangers. */
async function drawThumbnails({ case: kase, exhibits }: CaseFolder): Promise<Thumbnails> {
  const reader = openReader()
  try {
    return await exhibitThumbnails(kase, async ({ id }) => {
      const path = exhibits.get(id)
      return path === undefined ? undefined : reader.thumbnail(path)
    })
  } finally {
    await reader.close()
  }
}

/** What the reading remarked, but for what this pack mends by sealing. */
function readingNotices({ notices }: CaseFolder): readonly Text[] {
  return notices.filter(({ code }) => code !== 'evidence-unsealed').map(({ text }) => text)
}

function directionNotices(titles: readonly string[]): readonly Text[] {
  if (titles.length === 0) return []
  return [
    {
      zh: `以下文书的文字里有改变阅读方向的不可见字符（Unicode 双向控制符），已隔离，不影响其他文字：${titles.join('、')}`,
      en: `These papers hold invisible marks that turn the reading direction (Unicode bidirectional controls); they are isolated and leave the other words alone: ${titles.join(', ')}`,
    },
  ]
}

const partyNames: Readonly<Record<Party, Text>> = {
  seller: { zh: '销售者', en: 'the seller' },
  platform: { zh: '平台经营者', en: 'the platform' },
  producer: { zh: '生产者', en: 'the producer' },
  streamer: { zh: '直播间运营者', en: 'the operator of the live room' },
}

/** A claim on someone that no paper names may be lost from sight. */
function partyNotice(party: Party): Text {
  const { zh, en } = partyNames[party]
  return {
    zh: `本案对${zh}也有可以主张的权利，起诉状、投诉书还没有列它；要列上，在 case.yaml 的 facts 里填写 ${party}.company 和 ${party}.address`,
    en: `There are claims on ${en} too, which complaint and lawsuit do not name yet; to name it, fill in ${party}.company and ${party}.address under facts in case.yaml`,
  }
}

async function seal(read: CaseFolder): Promise<readonly Text[]> {
  const sealed = await sealCaseFolder(read)
  if (!sealed.ok) return [sealed.refusal.text]
  if (!sealed.value.written) return []
  return [
    {
      zh: '证据已封存：evidence.sha256 记下了每个文件的校验值，以后可以证明文件没有改动',
      en: 'The evidence is sealed: evidence.sha256 holds the digest of every file, to show later that none was changed',
    },
  ]
}

function adviceEntry({ rights }: Advice, bytes: Uint8Array): FileEntry {
  const cites = rights.filter(({ status }) => status === 'applies').flatMap((right) => right.cites)
  return {
    file: 'advice.json',
    paper: 'advice',
    kind: 'advice',
    title: '案件判断',
    sha256: sha256(bytes),
    bytes: bytes.length,
    facts: [],
    exhibits: [],
    cites: [...new Set(cites)].sort(),
  }
}
