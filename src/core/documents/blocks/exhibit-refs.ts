import type { Letter } from '../../knowledge/letter.ts'
import type { Dossier } from '../dossier.ts'
import type { NumberedExhibit } from '../exhibit-number.ts'
import { inert } from '../user-text.ts'
import { type Built, nothing } from '../uses.ts'
import { mayName } from './ticket-numbers.ts'

/** The exhibits a letter encloses, a line each: number, name, what it is to prove. */
export function exhibitRefs(dossier: Dossier, letter: Letter): Built {
  const exhibits = enclosed(dossier, letter)
  if (exhibits.length === 0) return nothing
  const items = exhibits.map(({ number, exhibit }) => [
    {
      text: `${number}　${inert(exhibit.title)}${exhibit.proves === undefined ? '' : `（用以证明：${inert(exhibit.proves)}）`}`,
      ground: { type: 'exhibit', ids: [exhibit.id] } as const,
    },
  ])
  return { blocks: [{ type: 'list', numbered: false, items }] }
}

/** How an exhibit is called that shows what was filed with an authority, an association or a court. */
const publicFiling = /12315|12345|12305|举报|消费者协会|消协|起诉|立案/

/**
 * The exhibits that may go with a paper: a letter to seller or platform leaves out those that only show what was filed
 * elsewhere, which it may not name either. They keep their numbers.
 */
export function enclosed({ exhibits, kase, knowledge }: Dossier, letter: Letter): readonly NumberedExhibit[] {
  if (letter.filings !== 'private') return exhibits
  const elsewhere = kase.filings
    .filter((filing) => !mayName(filing, letter, knowledge))
    .flatMap(({ replies }) => replies.flatMap(({ by }) => by))
  return exhibits.filter(({ exhibit: { id, title } }) => !elsewhere.includes(id) && !publicFiling.test(title))
}
