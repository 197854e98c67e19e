/** Marks that turn the reading direction around; they have no ink of their own. */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const [isolate, pop] = ['\u2068', '\u2069']

/**
 * What a user wrote, made safe to stand among our words: unchanged, and when it holds marks that turn the reading
 * direction, isolated so that they end where the user's words end. Openers left open are closed, closers without an
 * opener get one, so that no mark reaches our own text.
 */
export function inert(text: string): string {
  if (!direction.test(text)) return text
  let open = 0
  let stray = 0
  for (const char of text) {
    if (char >= '\u2066' && char <= '\u2068') open += 1
    if (char === pop && open === 0) stray += 1
    else if (char === pop) open -= 1
  }
  return `${isolate.repeat(stray + 1)}${text}${pop.repeat(open + 1)}`
}

/** Whether the words hold marks that turn the reading direction: a reason to tell the user. */
export function turnsDirection(text: string): boolean {
  return direction.test(text)
}
