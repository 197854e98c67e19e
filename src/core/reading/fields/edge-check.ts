import type { Text } from '../../values/text.ts'
import { bottom, right } from '../layout/cell.ts'
import type { Page } from '../page.ts'
import { type Candidate, capped } from './candidate.ts'

const atEdge: Text = { zh: '在图片边上，可能没有截全', en: 'it stands at the edge of the picture and may be cut off' }

/** What touches the edge of a picture may go on beyond it. */
export function checkedEdges(candidates: readonly Candidate[], { width, height }: Page): readonly Candidate[] {
  return candidates.map((one) => {
    const { box } = one
    if (box === undefined || width === undefined || height === undefined) return one
    const near = 0.2 * box.height
    const isCut = right(box) > width - near || box.x < near / 4 || box.y < near / 4 || bottom(box) > height - near / 4
    return isCut ? capped(one, 0.85, atEdge) : one
  })
}
