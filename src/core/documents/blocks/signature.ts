import type { Letter } from '../../knowledge/letter.ts'
import type { Dossier } from '../dossier.ts'
import { paperDay } from '../paper-date.ts'
import type { Built } from '../uses.ts'

/** Name and day. The name is left to be signed where it is not given. */
export function signature({ values, today }: Dossier, letter: Letter): Built {
  const name = values('consumer.name')
  const lines = [`${letter.signedAs}：${name?.text ?? '＿＿＿＿＿＿'}`, paperDay(today)]
  return { blocks: [{ type: 'signature', lines }], uses: { facts: name?.facts ?? [] } }
}
