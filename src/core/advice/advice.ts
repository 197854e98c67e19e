import type { Standing } from '../knowledge/provenance.ts'

/** What `advise` answers: the JSON shape of `youju advise`, exactly. Texts are in the language of the knowledge. */
export type Advice = {
  readonly now: string
  readonly calendar: { readonly version: string; readonly provisionalFrom: string }
  readonly problems: readonly {
    readonly type: string
    readonly confirmed: boolean
    readonly because: readonly string[]
  }[]
  readonly evidence: readonly EvidenceFinding[]
  readonly rights: readonly RightFinding[]
  readonly questions: readonly { readonly fact: string; readonly ask: string; readonly why: readonly string[] }[]
  readonly ladder: readonly Rung[]
  readonly channels: readonly ChannelFinding[]
  readonly offers: readonly OfferFinding[]
  readonly deadlines: readonly DeadlineFinding[]
  readonly routes: readonly RouteFinding[]
  readonly next: readonly NextStep[]
  readonly warnings: readonly { readonly rule: string; readonly text: string; readonly cites: readonly string[] }[]
}

export type Reason = { readonly text: string; readonly fact?: string; readonly met: boolean | null }
export type Step = { readonly text: string; readonly fen: number }

export type EvidenceFinding = {
  readonly need: string
  readonly status: 'have' | 'weak' | 'missing'
  readonly by: readonly string[]
  readonly why: string
  readonly how: string
}

export type RightFinding = {
  readonly id: string
  readonly title: string
  readonly status: 'applies' | 'does-not-apply' | 'needs-facts'
  readonly reasons: readonly Reason[]
  readonly cites: readonly string[]
  readonly remedy?: string
  readonly amount?: { readonly fen: number; readonly steps: readonly Step[] }
}

export type Rung = {
  readonly rung: number
  readonly demand: string
  readonly fen?: number
  readonly cites: readonly string[]
  readonly standing: Standing
}

export type ChannelFinding = {
  readonly id: string
  readonly status: 'open' | 'not-yet' | 'closed' | 'would-close'
  readonly because: string
  readonly closes: readonly string[]
  readonly next?: string
}

export type OfferFinding = {
  readonly id: string
  readonly received: string
  readonly answerBy: string
  readonly waives: readonly string[]
  readonly options: readonly ('accept' | 'counter' | 'decline')[]
  readonly compared: readonly number[]
}

export type DeadlineFinding = {
  readonly id: string
  readonly who: string
  readonly what: string
  readonly due: string
  readonly provisional: boolean
  readonly status: 'running' | 'due' | 'overdue' | 'done'
  readonly startedBy: string
  readonly explain: readonly string[]
  readonly cites: readonly string[]
  readonly standing: Standing
}

export type RouteFinding = {
  readonly id: string
  readonly cost: { readonly fenFrom: number; readonly fenTo: number } | null
  readonly time: string
  readonly needs: readonly string[]
  readonly breakEven: string
  readonly notes: readonly string[]
}

export type NextStep = { readonly do: string; readonly why: string; readonly by?: string; readonly with?: string }
