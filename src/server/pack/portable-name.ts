/**
 * Whether every common system can hold a file of this path, and every list of digests can name it as it is: no part that is hidden,
 * leads elsewhere, has a mark that some system refuses, or a percent sign or line end, which bags write in another way.
 */
export function isPortable(path: string): boolean {
  return path
    .split('/')
    .every(
      (part) =>
        part !== '' &&
        !/^\.|[. ]$|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\\:*?"<>|%]/u.test(part) &&
        !/^(con|prn|aux|nul|com\d|lpt\d|thumbs\.db|desktop\.ini)(\.|$)/i.test(part),
    )
}

/** Names that are the same under their `foldedName` fall together on some systems. */
export function foldedName(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
