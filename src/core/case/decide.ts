import { type Outcome, refuse } from '../values/refusal.ts'
import { needsInstant, type Objection } from './admission.ts'
import type { Case } from './case.ts'
import { decideConsumer } from './consumer.ts'
import { decideContact } from './contact.ts'
import { decideDemand } from './demand.ts'
import type { CaseEvent, Command } from './event.ts'
import { decideEvidence } from './evidence.ts'
import { decideFact } from './fact.ts'
import { decideFiling } from './filing.ts'
import { fold } from './fold.ts'
import { decideCorrection } from './log/correction.ts'
import { decideErasure } from './log/erasure.ts'
import { decideMoney } from './money.ts'
import { decideOffer } from './offer.ts'
import { decideOrder } from './order.ts'
import { decidePaper } from './paper.ts'
import { decideProblem } from './problem.ts'
import { decideRemedy } from './remedy.ts'
import { decideReply } from './reply.ts'
import { decideStatus } from './status.ts'

/** The events a command leads to in this case, or why it is refused. Never throws; `command.at` is the present moment. */
export function decide(kase: Case, command: Command): Outcome<readonly CaseEvent[]> {
  const objection = needsInstant(command.at, 'at') ?? fitsStatus(kase, command)
  if (objection !== undefined) return objection
  switch (command.type) {
    case 'OpenCase':
    case 'CloseCase':
    case 'ReopenCase':
      return decideStatus(kase, command)
    case 'RecordOrder':
      return decideOrder(kase, command)
    case 'RecordConsumer':
      return decideConsumer(kase, command)
    case 'DescribeProblem':
    case 'ConfirmProblem':
      return decideProblem(kase, command)
    case 'StateFact':
      return decideFact(kase, command)
    case 'AddEvidence':
    case 'DescribeEvidence':
    case 'WithdrawEvidence':
      return decideEvidence(kase, command)
    case 'LogContact':
      return decideContact(kase, command)
    case 'MakeFiling':
    case 'ChaseFiling':
    case 'FileAppeal':
    case 'WithdrawFiling':
      return decideFiling(kase, command)
    case 'ReceiveReply':
      return decideReply(kase, command)
    case 'ReceiveOffer':
    case 'DecideOffer':
      return decideOffer(kase, command)
    case 'ChooseDemand':
      return decideDemand(kase, command)
    case 'IssuePaper':
      return decidePaper(kase, command)
    case 'BeginRemedy':
      return decideRemedy(kase, command)
    case 'ReceiveMoney':
      return decideMoney(kase, command)
    case 'CorrectEvent':
      return decideCorrection(kase, command, { fold, decide })
    case 'ErasePayload':
      return decideErasure(kase, command)
    default:
      return unknownCommand(command)
  }
}

function fitsStatus(kase: Case, command: Command): Objection {
  if (command.type === 'CorrectEvent' || command.type === 'ErasePayload') return undefined
  if (command.type === 'OpenCase')
    return kase.status === 'empty'
      ? undefined
      : refuse('case-opened-already', { zh: '案件已经建立', en: 'the case has been opened already' })
  if (kase.status === 'empty')
    return refuse('case-not-opened', {
      zh: '案件还没有建立；请先建立',
      en: 'the case is not opened yet; open it first',
    })
  if (command.type === 'ReopenCase')
    return kase.status === 'closed'
      ? undefined
      : refuse('case-not-closed', {
          zh: '案件没有结束，不必重新打开',
          en: 'the case is not closed; there is nothing to reopen',
        })
  if (kase.status === 'closed')
    return refuse('case-closed', {
      zh: '案件已结束；要继续，请先重新打开',
      en: 'the case is closed; reopen it to go on',
    })
  return undefined
}

function unknownCommand(_command: never): Outcome<readonly CaseEvent[]> {
  return refuse('command-unknown', { zh: '不认识的命令', en: 'the command is not known' })
}
