import type { EvidenceKind } from '../../values/evidence-kind.ts'
import type { FilmContainer } from '../checks/video-unbroken.ts'
import type { Page } from '../page.ts'
import type { PageReading } from '../page-reading.ts'

/** One file of a heap, read. */
export type HeapFile = {
  /** The exhibit it is to become: E1, E2 … */
  readonly id: string
  /** The name it came with. */
  readonly name: string
  readonly mime?: string
  readonly page: Page
  readonly says: PageReading
  /** Difference hash of a picture. */
  readonly print?: string
  /** When it was taken, as the file tells; RFC 3339. */
  readonly capturedAt?: string
  /** A camera's photo, not a screen's picture. */
  readonly isPhoto?: boolean
  /** What the container of a film tells. */
  readonly film?: FilmContainer
}

/** The kind of exhibit a file is to be: what it looks like, else what its content is. */
export function kindOf({ says, mime = '', name, isPhoto }: HeapFile): EvidenceKind {
  if (says.looksLike !== 'unknown') return says.looksLike
  if (mime.startsWith('video/')) return 'unboxing-video'
  if (mime.startsWith('audio/')) return 'call-record'
  if (mime === 'message/rfc822') return 'mail'
  if (/检测|鉴定/.test(name)) return 'test-report'
  return isPhoto === true ? 'goods-photo' : 'other'
}
