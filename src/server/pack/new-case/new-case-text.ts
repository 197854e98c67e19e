import { type Document, parseDocument } from 'yaml'
import { caseFileText } from '../../../core/case/file/case-file-text.ts'
import type { Vocabulary } from '../../../core/case/file/vocabulary.ts'
import type { CaseReading, HeapCase } from './heap-case.ts'

/** `case.yaml` of a new case: what was read is marked until somebody has looked at it. */
export function newCaseText({ kase, readings, remarks }: HeapCase, vocabulary: Pick<Vocabulary, 'facts'>): string {
  const files = new Map(kase.evidence.map(({ id, file }) => [id, file]))
  const document: Document = parseDocument(caseFileText({ kase, files, vocabulary }))
  for (const [list, count] of [
    ['contacts', kase.contacts.length],
    ['evidence', kase.evidence.length],
  ] as const)
    for (let index = 0; index < count; index += 1) document.setIn([list, index, 'confirm'], true)
  if (!document.has('order')) document.set('order', {})
  if (readings.length > 0) document.set('readings', document.createNode(readings.map(plain)))
  document.commentBefore = [
    ' 由 youju new 从文件中读出。每一项都请对照原件核对；核对过的，把 confirm: true 删去或改成 false。',
    ' Read from the files by youju new. Compare each value with its exhibit; once it is right, drop its confirm: true.',
    ...remarks.map(({ zh }) => ` ! ${zh.replaceAll('\n', ' ')}`),
  ].join('\n')
  return document.toString({ lineWidth: 0 })
}

/** As the schema has it: what is empty is left out. */
function plain({ field, value, exhibits, score, used, others }: CaseReading) {
  return {
    field,
    value,
    ...(exhibits.length === 0 ? {} : { exhibits }),
    score: Math.round(score * 100) / 100,
    used,
    ...(others.length === 0 ? {} : { others }),
    confirm: true,
  }
}
