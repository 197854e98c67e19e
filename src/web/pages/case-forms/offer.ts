import type { Offer } from '../../../core/case/case.ts'
import { formatYuan } from '../../../core/values/fen.ts'
import type { FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import { given, type SheetWorld } from './sheet-world.ts'

/** What the other side offers, in its own words. */
export function offerSpec({ t, now, kase }: SheetWorld, before?: Offer): FormSpec {
  const words = t.form.offer
  return {
    id: 'offer',
    title: words.title,
    lead: words.lead,
    fields: [
      { kind: 'line', name: 'from', label: words.from, needed: true },
      { kind: 'moment', name: 'at', label: words.at, needed: true },
      { kind: 'words', name: 'words', label: words.words, hint: words.wordsHint, needed: true, rows: 3 },
      { kind: 'money', name: 'fen', label: words.fen, places: ['amount'] },
      { kind: 'line', name: 'remedy', label: words.remedy, hint: words.remedyHint },
      { kind: 'words', name: 'waives', label: words.waives, hint: words.waivesHint, rows: 3 },
      { kind: 'moment', name: 'answerBy', label: words.answerBy, places: ['answer-by'] },
    ],
    start: {
      from: before?.from ?? kase.order.shop?.name ?? '',
      at: wallClock(before?.at ?? now),
      words: before?.words ?? '',
      fen: before?.fen === undefined ? '' : formatYuan(before.fen),
      remedy: before?.remedy ?? '',
      waives: before?.waives.join('\n') ?? '',
      answerBy: wallClock(before?.answerBy),
    },
    submit: words.submit,
    commands: (filled) => [
      {
        type: 'ReceiveOffer',
        payload: {
          ...given('id', before?.id),
          at: filled.moment('at', before?.at) ?? now,
          from: filled.text('from'),
          words: filled.text('words'),
          ...given('fen', filled.fen('fen')),
          ...given('remedy', filled.text('remedy')),
          waives: linesOf(filled.text('waives')),
          ...given('answerBy', filled.moment('answerBy', before?.answerBy)),
        },
      },
    ],
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

type Answer = NonNullable<Offer['decision']>['answer']

/** The user's answer to an offer, after what it leads to has been said; `of` reads `O1.accept`. */
export function answerSpec(world: SheetWorld, before?: NonNullable<Offer['decision']>): FormSpec | undefined {
  const { t, now, of, kase } = world
  const [id = '', asked = ''] = of.split('.')
  const offer = kase.offers.find((one) => one.id === id)
  const answer = before?.answer ?? answers.find((one) => one === asked)
  if (offer === undefined || answer === undefined) return undefined
  const words = t.form.answer
  const waived = answer === 'accept' ? offer.waives.map((line) => words.givesUp(line)) : []
  return {
    id: `answer.${of}`,
    title: words.title(t.names.answer[answer], offer.from),
    lead: words.lead,
    consequences: [...words.consequences[answer], ...waived],
    fields: [
      { kind: 'moment', name: 'at', label: words.at, needed: true },
      { kind: 'words', name: 'words', label: words.words[answer], hint: words.wordsHint },
    ],
    start: { at: wallClock(before?.at ?? now), words: before?.words ?? '' },
    submit: words.submit(t.names.answer[answer]),
    danger: answer === 'accept',
    commands: (filled) => [
      {
        type: 'DecideOffer',
        payload: {
          offer: offer.id,
          answer,
          at: filled.moment('at', before?.at) ?? now,
          ...given('words', filled.text('words')),
        },
      },
    ],
  }
}

const answers: readonly Answer[] = ['accept', 'counter', 'decline']
