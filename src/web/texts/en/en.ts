import type { Texts } from '../zh/zh.ts'
import { caseTexts } from './case.ts'
import { cases } from './cases.ts'
import { formTexts } from './form.ts'
import { law } from './law.ts'
import { library } from './library.ts'
import { names } from './names.ts'
import { outcomes } from './outcomes.ts'
import { purchases } from './purchases.ts'
import { question } from './question.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'

/** Everything the screens say, in English. */
export const en: Texts = {
  app: {
    name: 'Youju 有据',
    skip: 'Skip to content',
    nav: 'Main navigation',
    today: 'Today',
    cases: 'Cases',
    fresh: 'New case',
    library: 'Law',
    settings: 'Settings',
    lost: 'The connection to the program is lost; trying again. What you wrote is safe.',
    keepsNothingOut: 'Kept on this machine alone; nothing is sent by itself',
  },
  state: {
    loading: 'Loading…',
    failed: 'Could not be read',
    silent: 'The program does not answer. Make sure Youju is running, then try again.',
    brokenWhy:
      'This page did not open. Make sure Youju is running, then try again; what you were writing is still there.',
    retry: 'Try again',
    notFound: 'There is no such page',
    home: 'To the first page',
    noSession: 'Open the link that was shown at start',
    noSessionWhy:
      'So that no other web page can read your papers, each browser enters once by the link shown when the program starts. If it was used, stop the program and start it again for a new one.',
  },
  act: {
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    cancel: 'Cancel',
    close: 'Close',
    back: 'Back',
    next: 'Next',
    skip: 'Skip',
    remove: 'Remove',
    open: 'Open',
    more: 'More',
    all: 'All',
    yes: 'Yes',
    no: 'No',
    unknown: 'I don’t know',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'The browser does not allow copying; select the text and copy it yourself.',
    download: 'Download',
    look: 'Look',
    camera: 'Take a photo',
    drop: 'Let go to add',
    required: 'needed',
    optional: 'optional',
    changedElsewhere:
      'This case was changed elsewhere just now; the newest state is shown. Check it and save again: what you wrote is still there.',
  },
  time: {
    overdue: (days) => (days === 0 ? 'just run out' : `${days} ${days === 1 ? 'day' : 'days'} over`),
    left: (days, hours) =>
      days > 0
        ? `${days} ${days === 1 ? 'day' : 'days'} left`
        : hours > 0
          ? `${hours} ${hours === 1 ? 'hour' : 'hours'} left`
          : 'less than an hour',
    provisional: 'provisional',
    provisionalWhy: 'It crosses days whose holidays are not announced yet and may move',
    beijing: 'Beijing time',
  },
  today: {
    title: 'Today',
    overdue: 'Overdue',
    soon: 'Within three days',
    later: 'Within a month',
    nothing: 'Nothing is due at present',
    nothingWhy: 'New clocks appear here.',
    toCase: 'Deal with it',
    openCases: (count) => `${count} open ${count === 1 ? 'case' : 'cases'}`,
    who: (who) => `up to ${who}`,
  },
  names,
  start,
  question,
  cases,
  settings,
  law,
  library,
  outcomes,
  purchases,
  case: caseTexts,
  form: formTexts,
}
