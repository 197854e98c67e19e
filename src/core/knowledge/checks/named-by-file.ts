import type { Check } from '../check.ts'

/** Run with the paths the entries came from, since knowledge itself does not know its files. */
export function namedByFile(fileOf: (entry: string) => string): Check {
  return {
    id: 'named-by-file',
    why: { zh: '文件名与 id 一致，才找得到。', en: 'A file is found when it is named after its id.' },
    fix: { zh: '把文件改名为 id（_ 写作 -）。', en: 'Rename the file to its id (with _ written -).' },
    *breaches(knowledge) {
      const { version: _version, lang: _lang, ...shelves } = knowledge
      for (const [folder, shelf] of Object.entries(shelves))
        for (const id of Object.keys(shelf)) {
          const file = fileOf(`${folder}/${id}`)
          if (!file.endsWith(`${folder}/${id.replaceAll('_', '-')}.yaml`))
            yield { entry: `${folder}/${id}`, path: ['id'], detail: file }
        }
    },
  }
}
