/** One range of bytes, both ends included; undefined = the whole, `none` = outside of it. RFC 9110, one range alone. */
export function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end || start >= size ? 'none' : { start, end }
}
