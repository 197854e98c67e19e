import type { Check } from '../check.ts'
import { type GuideClaim, guideWordsIn } from '../guide-claim.ts'
import type { Knowledge } from '../knowledge.ts'

export const guideStaysAHint: Check = {
  id: 'guide-stays-a-hint',
  why: {
    zh: '指南里未核实的数字和联系方式只能作为提示，不能成为义务、联系方式或信函内容。',
    en: "The guide's unverified figures and contacts are hints only: no duty, no contact, no letter.",
  },
  fix: {
    zh: '移到 tips（standing: guide），或把期限改成用户自己的提醒（who: consumer, standing: guide）并写进该行的 where。',
    en: 'Move it to `tips` with standing guide, or make the clock the user’s own (who: consumer, standing: guide) and name it in the row’s `where`.',
  },
  *breaches(knowledge) {
    for (const [id, deadline] of Object.entries(knowledge.deadlines))
      if (deadline.standing === 'guide' && deadline.who !== 'consumer')
        yield { entry: `deadlines/${id}`, path: ['who'], detail: deadline.who }
    const claims = Object.values(knowledge['guide-claims'])
    for (const { entry, value, ofRow = () => false } of texts(knowledge))
      for (const { claim, words } of guideWordsIn(JSON.stringify(value), claims))
        if (!ofRow(claim)) yield { entry, path: [], detail: words }
  },
}

/** What becomes a paper, a duty or a contact. `ofRow`: a clock of standing guide may speak the words of its own row. */
type Spoken = { entry: string; value: unknown; ofRow?: (claim: GuideClaim) => boolean }

function* texts(knowledge: Knowledge): Iterable<Spoken> {
  for (const [id, { note: _note, ...letter }] of Object.entries(knowledge.letters))
    yield { entry: `letters/${id}`, value: letter }
  for (const [id, { note: _note, ...right }] of Object.entries(knowledge.rights))
    yield { entry: `rights/${id}`, value: right }
  for (const [id, { subject }] of Object.entries(knowledge.problems)) yield { entry: `problems/${id}`, value: subject }
  for (const [id, { note: _note, ...route }] of Object.entries(knowledge.routes))
    yield { entry: `routes/${id}`, value: route }
  for (const [id, { says }] of Object.entries(knowledge.purchase))
    yield { entry: `purchase/${id}`, value: says.filter(({ standing }) => standing !== 'guide') }
  for (const [id, { note: _note, ...deadline }] of Object.entries(knowledge.deadlines)) {
    const ofRow = ({ where }: GuideClaim) => deadline.standing === 'guide' && where.deadlines.includes(id)
    yield { entry: `deadlines/${id}`, value: deadline, ofRow }
  }
  for (const [id, { note: _note, ...channel }] of Object.entries(knowledge.channels)) {
    const tips = channel.tips.filter(({ standing }) => standing !== 'guide')
    yield { entry: `channels/${id}`, value: { ...channel, tips } }
  }
}
