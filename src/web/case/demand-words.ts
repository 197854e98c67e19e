/** A rung without its note on which others it excludes: that is the ladder's to say, not the demand's. */
export function demandWords(rung: string): string {
  return rung.replace(/（与[^（）]*只能选其一[^（）]*）$/, '').replace(/ \(instead of [^()]*\)$/, '')
}
