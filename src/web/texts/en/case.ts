import { epochMs, formatShanghai } from '../../../core/values/instant.ts'
import type { Texts } from '../zh/zh.ts'
import { casePages } from './case-pages.ts'
import { names } from './names.ts'

function until(due: string): string {
  const text = formatShanghai(due)
  return text.endsWith('23:59') ? text.slice(0, 10) : text
}

function daysOver(due: string, now: string): string {
  return count(Math.max(0, Math.floor((epochMs(now) - epochMs(due)) / 86_400_000)), 'day')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

export const caseTexts: Texts['case'] = {
  name: 'Case',
  untitled: 'New case',
  pages: 'Pages of the case',
  overview: 'Overview',
  backToCase: 'Back to the case',
  place: {
    timeline: 'Timeline',
    evidence: 'Evidence',
    rights: 'Rights and demand',
    channels: 'Channels',
    clocks: 'Clocks',
    offers: 'Offers',
    routes: 'Routes',
    papers: 'Papers',
    details: 'Details',
  },
  placeAbout: {
    timeline: 'What happened when, to the minute',
    evidence: 'What to prove and what is missing',
    rights: 'What you can ask for, why, how much',
    channels: 'Where to complain, what was filed',
    clocks: 'Who has to act by when',
    offers: 'What they offer beside what you can ask',
    routes: 'Cost, time and needs of each way',
    papers: 'Letters and forms to look at and take along',
    details: 'Order, shop, yourself; closing',
  },
  nextStep: 'Next step',
  after: 'Then',
  goTo({ place, sheet, hash }, channelTitle) {
    if (sheet === 'reopen') return 'Reopen the case'
    if (sheet === 'problem') return 'Write what happened'
    if (sheet === 'problem-type') return 'Choose the problem'
    if (sheet === 'fact') return 'Answer now'
    const channel = hash?.startsWith('channel-') ? channelTitle(hash.slice('channel-'.length)) : ''
    const words: Record<typeof place, string> = {
      timeline: 'See the timeline',
      evidence: 'Add the evidence',
      rights: 'See rights and demand',
      channels: channel === '' ? 'See the channels' : `To “${channel}”: how it is done`,
      clocks: 'See this clock',
      offers: 'See the offer and answer',
      routes: 'Compare the routes',
      papers: 'See the papers',
      details: 'Fill in the details',
    }
    return words[place]
  },
  stands: {
    nothingFiled: 'Nothing has been filed anywhere yet; ',
    filed: (day, channel, ticket) => `Filed with ${channel} on ${day}${ticket === '' ? '' : ` (ticket ${ticket})`}; `,
    noDemand: 'no demand is chosen yet. ',
    demand: (words) => `the demand is “${words}”. `,
    turn(turn, now) {
      switch (turn.type) {
        case 'closed':
          return turn.closing === undefined
            ? 'Closed.'
            : `Closed on ${until(turn.closing.at)}: ${names.outcome[turn.closing.outcome]}.`
        case 'describe':
          return 'Just opened: first write what happened and choose the problem.'
        case 'answer-offer':
          return `Your turn: answer the offer from ${turn.from} by ${until(turn.by)}.`
        case 'own-window':
          return `Your turn by ${until(turn.clock.due)}: ${turn.clock.what}.`
        case 'they-are-late':
          return `Your turn: the time of ${names.person[turn.clock.who] ?? turn.clock.who} ended on ${until(turn.clock.due)}, ${daysOver(turn.clock.due, now)} ago: ${turn.clock.what}.`
        case 'they-must':
          return `Waiting for ${names.person[turn.clock.who] ?? turn.clock.who} until ${until(turn.clock.due)}: ${turn.clock.what}.`
        case 'no-answer-yet':
          return 'No answer yet; the law sets no time for it.'
        case 'answered':
          return 'They have answered; the next step is yours.'
        case 'not-filed':
          return 'It is for you to begin.'
      }
    },
  },
  firstWindow: 'The window that closes first',
  noWindow: 'No clock is running. Give the days (signed for, found, filed) and it can be reckoned.',
  howReckoned: 'How it was reckoned',
  sumChosen: 'The sum asked for',
  sumMost: 'The highest single right',
  noSum: 'No sum can be reckoned yet. Give what you paid and answer a few questions.',
  whyThisSum: 'Why and how much',
  left: (days, hours, minutes) =>
    days > 2
      ? `${days} days left`
      : days > 0
        ? `${count(days, 'day')} ${count(hours, 'hour')} left`
        : hours > 0
          ? `${count(hours, 'hour')} ${minutes} min left`
          : `${minutes} min left`,
  overBy: (days, hours) =>
    days > 0 ? `over for ${count(days, 'day')}` : hours > 0 ? `over for ${count(hours, 'hour')}` : 'just over',
  somethingNew: 'Anything new? Record it',
  warnings: 'Beware',
  moreWarnings: (more) => `${more} more`,
  deleteOrClose: 'Close or delete',
  closedNothingAdded: 'The case is closed; nothing can be added.',
  ...casePages,
}
