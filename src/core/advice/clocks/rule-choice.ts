import type { Deadline } from '../../knowledge/deadline.ts'
import type { Text } from '../../values/text.ts'

/** Why this way of counting was chosen, for the explanation of a clock. */
export function choiceOfRule({ who, rule, standing, cites }: Deadline): readonly Text[] {
  if (standing === 'guide') return [guide]
  if (standing === 'heuristic') return [cites.length > 0 ? secondHand : heuristic]
  if (who === 'nobody') return [nobody]
  if (rule === 'days-rolled-holidays') return [holidaysOnly]
  if (rule === 'working-days') return [workingDays]
  if (rule.startsWith('hours')) return [hours]
  return [who === 'consumer' ? own : others]
}

const guide = {
  zh: '这是指南建议的节奏，只作您自己的提醒，不是任何人的法定义务。',
  en: "This is the guide's cadence, a reminder for yourself; nobody is bound to it.",
}
const heuristic = {
  zh: '这是经验做法，只作您自己的提醒，不是任何人的法定义务。',
  en: 'This is a rule of thumb, a reminder for yourself; nobody is bound to it.',
}
const secondHand = {
  zh: '这一时间出自没有见到全文的规定，只作您自己的提醒，核对原文以前不作依据。',
  en: 'This comes from a provision not seen in full: a reminder for yourself, no ground until the text is checked.',
}
const nobody = {
  zh: '这是规则里的一段期间，没有谁要在期内办什么；按较早的日子算，末日不顺延。',
  en: 'This is a span the rules set, nobody has to act within it; the earlier day is shown, without moving it.',
}
const holidaysOnly = {
  zh: '这一规定只在末日是法定节假日时顺延，普通周末不顺延。',
  en: 'This rule moves the last day only when it is a statutory holiday, not for an ordinary weekend.',
}
const workingDays = {
  zh: '按工作日数，调休上班的周末算工作日，放假的日子不算。',
  en: 'Working days are counted: make-up weekends are in, holidays are out.',
}
const hours = {
  zh: '按小时数，从事情发生的时刻起算。',
  en: 'Hours are counted from the moment it happened.',
}
const own = {
  zh: '这是您自己的期限，按较早的日子提示：末日遇休息日也不顺延，以免误事。',
  en: 'This is your own time limit, so the earlier day is shown: it is not moved off a day of rest.',
}
const others = {
  zh: '这是对方的期限，按较晚的日子算：末日遇休息日顺延到下一个工作日，以免错怪。',
  en: "This is the other side's time limit, so the later day is shown: it moves off a day of rest.",
}
