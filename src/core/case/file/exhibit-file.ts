import { nearestName } from '../../values/nearest-name.ts'
import { done, type Outcome, refuse } from '../../values/refusal.ts'

/** A file found in `evidence/`: its path in the case folder (`evidence/a.png`), what is in it, its hash. */
export type ExhibitFile = {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly mime?: string
}

/**
 * The file that `case.yaml` means: by its path with or without `evidence/`, also when one of the two writes é as one
 * character and the other as two. Only files that were found can be meant, so no path leads out of the folder.
 */
export function findExhibitFile(files: readonly ExhibitFile[], written: string): Outcome<ExhibitFile> {
  const wanted = [written, `evidence/${written}`].map((path) => path.replace(/^\.\//, '').normalize('NFC'))
  const exact = files.find(({ file }) => file === written || file === `evidence/${written}`)
  const found = exact ?? files.find(({ file }) => wanted.includes(file.normalize('NFC')))
  if (found !== undefined) return done(found)
  if (leadsOut(written))
    return refuse('evidence-outside', {
      zh: `“${written}”指到 evidence/ 之外；证据必须放在案件文件夹的 evidence/ 里，写成 evidence/文件名`,
      en: `"${written}" leads out of evidence/; put the file into evidence/ of the case folder and write evidence/NAME`,
    })
  const near = nearestName(
    written,
    files.flatMap(({ file }) => [file, file.slice('evidence/'.length)]),
  )
  const [zh, en] = near === undefined ? ['', ''] : [`（最接近的是 ${near}）`, ` (the nearest is ${near})`]
  return refuse('evidence-absent', {
    zh: `找不到文件“${written}”；请把它放进 evidence/，或改正文件名${zh}`,
    en: `there is no file "${written}"; put it into evidence/, or correct its name${en}`,
  })
}

function leadsOut(path: string): boolean {
  return path.split(/[/\\]/).includes('..') || /^([/\\~]|[A-Za-z]:)/.test(path)
}
