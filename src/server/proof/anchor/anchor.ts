import { z } from 'zod'
import { done, type Outcome, refuse } from '../../../core/values/refusal.ts'

/**
 * What somebody outside keeps, so that later it shows whether what is here was cut or written anew: a line each, digests
 * and tokens alone, nothing of what a case says.
 */
export type Anchor =
  /** The first `events` records of a case end in `head`. */
  | {
      readonly type: 'chain'
      readonly case: string
      readonly events: number
      readonly head: string
      readonly at: string
      /** A time stamp over `head`, base64. */
      readonly token?: string | undefined
    }
  /** A time stamp over an exhibit, by its digest and that of the token. */
  | {
      readonly type: 'exhibit'
      readonly case: string
      readonly item: string
      readonly sha256: string
      readonly token: string
      readonly at: string
    }
  /** The first `bytes` of the seal of a case folder, `evidence.sha256`. */
  | {
      readonly type: 'seal'
      readonly case: string
      readonly sha256: string
      readonly bytes: number
      readonly files: number
      readonly at: string
      /** A time stamp over these bytes, base64. */
      readonly token?: string | undefined
    }

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
const token = z.base64().max(400_000).optional()
const at = z.string().max(40)

const anchorLine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('chain'), case: id, events: z.int().min(1), head: digest, at, token }),
  z.strictObject({
    type: z.literal('exhibit'),
    case: id,
    item: z.string().regex(/^[A-Za-z]{1,3}\d{1,6}$/),
    sha256: digest,
    token: z.string().regex(/^[0-9a-f]{32}$/),
    at,
  }),
  z.strictObject({
    type: z.literal('seal'),
    case: id,
    sha256: digest,
    bytes: z.int().min(1),
    files: z.int().min(1),
    at,
    token,
  }),
])

/** A file of anchors is text that a person can keep anywhere. */
const LARGEST_ANCHORS = 64 * 1_048_576

const HEAD = [
  '# 有据·锚。请存到别处（发给自己的邮箱、交给别人、打印）：以后记录被截短、重写，或时间戳被换掉，拿它一对就知道。',
  '# 里面只有摘要和时间戳，没有案情。核对：youju doctor --anchor 本文件',
  '# Anchors of Youju. Keep them elsewhere: with them a record that was cut, written anew or stamped otherwise shows.',
  '# Digests and time stamps alone. To check: youju doctor --anchor FILE',
]

export function anchorText(anchors: readonly Anchor[]): string {
  return [...HEAD, ...anchors.map((anchor) => JSON.stringify(anchor)), ''].join('\n')
}

/** The anchors of a file; refused with its line where one cannot be read, for then it was changed. */
export function readAnchors(text: string, file: string): Outcome<readonly Anchor[]> {
  if (text.length > LARGEST_ANCHORS) return notAnchors(file, 1)
  const anchors: Anchor[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const anchor = anchorOf(line)
    if (anchor === undefined) return notAnchors(file, index + 1)
    anchors.push(anchor)
  }
  return anchors.length === 0 ? notAnchors(file, 1) : done(anchors)
}

function anchorOf(line: string): Anchor | undefined {
  try {
    return anchorLine.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

function notAnchors(file: string, line: number) {
  return refuse(
    'not-anchors',
    {
      zh: `${file}:${line} 不是锚；请用 youju anchor 写出、未经改动的文件`,
      en: `${file}:${line} is no anchor; give the file as youju anchor wrote it`,
    },
    `${file}:${line}`,
  )
}
