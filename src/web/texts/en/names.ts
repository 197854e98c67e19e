import { evidenceKindNames } from '../../../core/values/evidence-kind-names.ts'
import type { Names } from '../zh/names.ts'

export const names: Names = {
  evidenceKind: evidenceKindNames('en'),
  replyKind: {
    acknowledged: 'accepted for handling',
    answered: 'answered',
    accepted: 'agreed',
    refused: 'refused',
    'mediation-ended': 'mediation ended',
    closed: 'closed',
    judged: 'judged',
  },
  outcome: { solved: 'solved', partly: 'partly solved', 'given-up': 'given up', judged: 'judged' },
  person: {
    consumer: 'you',
    seller: 'the seller',
    platform: 'the platform',
    regulator: 'the authority',
    association: 'the consumers’ association',
    carrier: 'the carrier',
    court: 'the court',
    nobody: 'nobody',
  },
  standing: {
    law: 'law',
    platform: 'platform rule',
    guide: 'the guide’s word, unverified',
    heuristic: 'rule of thumb',
    user: 'your own',
  },
  rightStatus: { applies: 'applies', 'does-not-apply': 'does not apply', 'needs-facts': 'needs facts' },
  evidenceStatus: { have: 'have', weak: 'weak', missing: 'missing' },
  channelStatus: { open: 'open', 'not-yet': 'not yet', closed: 'closed', 'would-close': 'would shut another' },
  deadlineStatus: { running: 'running', due: 'due within a day', overdue: 'overdue', done: 'done' },
  caseStatus: { empty: 'empty', open: 'open', closed: 'closed' },
  answer: { accept: 'accept', counter: 'counter', decline: 'decline' },
  direction: { out: 'yours', in: 'theirs' },
}
