/**
 * The text as signs are looked for in it: full-width letters, digits and marks made plain, letters small. Every
 * UTF-16 unit stays one unit, so that a place in it is the place in the text.
 */
export function plainForm(text: string): string {
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const folded = code >= 0xff01 && code <= 0xff5e && !isChineseMark(code) ? code - 0xfee0 : code
    plain += folded === 0x3000 || folded === 0xa0 || folded === 9 ? ' ' : String.fromCharCode(folded)
  }
  const small = plain.toLowerCase()
  return small.length === plain.length ? small : plain
}

/** Marks that end a clause or a sentence keep their width: signs tell them apart from ASCII ones inside numbers. */
function isChineseMark(code: number): boolean {
  return code === 0xff0c || code === 0xff01 || code === 0xff1f || code === 0xff1b
}
