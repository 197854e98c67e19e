import type { Box } from '../../../core/reading/page.ts'
import type { FileLine } from '../file-text.ts'

/** Room left around what is covered, in shares of a character's width. */
const MARGIN = 0.6

/**
 * Where on a line certain characters stand: between the places the recogniser saw them at, with room on both sides. The whole line where that
 * is not known, as for text that was never a picture.
 */
export function spotBox({ text, box, at }: FileLine, wanted: string): Box | undefined {
  if (box === undefined) return undefined
  const [bare, from] = withoutBlanks(text)
  const [sought] = withoutBlanks(wanted)
  const start = bare.indexOf(sought)
  const [first, last] = [from[start], from[start + sought.length - 1]]
  if (start < 0 || sought === '' || first === undefined || last === undefined || at?.length !== text.length) return box
  const pitch = text.length > 1 ? ((at.at(-1) ?? 1) - (at[0] ?? 0)) / (text.length - 1) : 1
  const left = Math.max(0, (at[first] ?? 0) - pitch * MARGIN)
  const right = Math.min(1, (at[last] ?? 1) + pitch * MARGIN)
  // A line that runs downwards is read from its top.
  if (box.height > box.width * 1.5)
    return {
      ...box,
      y: Math.round(box.y + left * box.height),
      height: Math.max(1, Math.round((right - left) * box.height)),
    }
  return { ...box, x: Math.round(box.x + left * box.width), width: Math.max(1, Math.round((right - left) * box.width)) }
}

/** A text without its blanks, and where each of its characters stood. */
function withoutBlanks(text: string): readonly [string, readonly number[]] {
  const kept =
    [...text].length === text.length
      ? [...text].flatMap((mark, index) => (/\s/.test(mark) ? [] : [{ mark, index }]))
      : []
  return [kept.map(({ mark }) => mark).join(''), kept.map(({ index }) => index)]
}
