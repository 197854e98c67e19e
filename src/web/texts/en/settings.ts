import type { Texts } from '../zh/zh.ts'

export const settings: Texts['settings'] = {
  lang: 'Language of the screens',
  langWhy: 'Papers are always written in Chinese.',
  backup: 'Backup and restore',
  backupWhy: 'One file with all cases and originals and a digest of each. Keep it on another device.',
  backupGet: 'Download a backup',
  restore: 'Restore from a backup',
  restoreWhy:
    'It is checked whole first; of a damaged one nothing is taken. Cases that are here are never overwritten.',
  restored: (cases, originals, same) =>
    `${cases} cases and ${originals} originals restored${same > 0 ? `; ${same} cases were here already` : ''}`,
  differing: (ids) => `These cases differ from those here, which were kept: ${ids}`,
  calendar: {
    title: 'Calendar',
    why: 'The clocks of all cases and purchases in your own calendar; what is yours to do reminds you a day before.',
    file: 'Download the calendar file (.ics)',
    feedWhy:
      'If your calendar can reach this program, subscribe to a private address and it keeps itself up to date. Whoever has the address sees clocks and titles of cases.',
    make: 'Make an address',
    renew: 'A new address (the old one ends)',
    revoke: 'End the address',
    once: 'The address is shown once: copy it into “subscribe to calendar” of your calendar now.',
  },
  doctor: 'Check',
  doctorWhy: 'Looks through everything: whether each record and each original is as it was written.',
  doctorLook: 'Check everything',
  doctorFound: (cases, originals, faults) =>
    faults === 0 ? `${cases} cases, ${originals} originals: all is well` : `${faults} faults found`,
  phone: 'On a phone',
  phoneOff:
    'Stop the program and start it as youju serve --phone: a phone on the same network can then join by a code.',
  phoneWhy: 'Scan the code to take photos and look at cases on the phone.',
  phoneRisk:
    'The connection is not encrypted: others on the network may read along. Use it only on a network you trust and stop it afterwards. Without encryption it cannot be installed as an app either.',
  phonePair: 'Show the code',
  phoneCode: 'Scan this code with the phone; it works once',
  erase: 'Erase everything',
  eraseWhy:
    'All cases, originals, snapshots and drafts on this device are erased. They cannot be brought back: download a backup first.',
  eraseType: (words) => `To go ahead, type: ${words}`,
  eraseDo: 'Erase everything',
  erased: 'Everything is erased.',
  folder: 'Data folder: ',
  knowledge: 'Knowledge: ',
}
