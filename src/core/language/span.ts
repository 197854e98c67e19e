/** A stretch of a text in Unicode code points, its end exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** A function that turns places in UTF-16 units into places in code points. */
export function pointsOf(text: string): (span: Span) => Span {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (span) => span
  const points = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    points[at] = count
    const isPair = isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))
    if (isPair) {
      at += 1
      points[at] = count
    }
    count += 1
  }
  points[text.length] = count
  return ({ start, end }) => ({ start: points[start] ?? count, end: points[end] ?? count })
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
