import type { Lang } from '../values/text.ts'
import type { CalendarYear } from './calendar.ts'
import type { Channel } from './channel.ts'
import type { Deadline } from './deadline.ts'
import type { Fact } from './fact.ts'
import type { GuideClaim } from './guide-claim.ts'
import type { Law } from './law.ts'
import type { Letter } from './letter.ts'
import type { Breach } from './letters/breach.ts'
import type { HeldDocument } from './letters/held-document.ts'
import type { CaseStory } from './library/case-story.ts'
import type { ClaimedGround } from './library/claimed-ground.ts'
import type { HarmfulWords } from './library/harmful-words.ts'
import type { PageWords } from './library/page-words.ts'
import type { PurchaseCheck } from './library/purchase-check.ts'
import type { TellingWords } from './library/telling-words.ts'
import type { WordingRisk } from './library/wording-risk.ts'
import type { EverydayWords } from './lookup/everyday-words.ts'
import type { Basis } from './money/basis.ts'
import type { Fee } from './money/fee.ts'
import type { Threshold } from './money/threshold.ts'
import type { Problem, SharedNeed, SharedWarning } from './problem.ts'
import type { Right } from './right.ts'
import type { Route } from './route.ts'

/** Everything the product knows, as plain data keyed by id. `version` is the SHA-256 over the files read. */
export type Knowledge = {
  readonly version: string
  readonly lang: Lang
  readonly laws: Readonly<Record<string, Law>>
  readonly facts: Readonly<Record<string, Fact>>
  readonly rights: Readonly<Record<string, Right>>
  readonly evidence: Readonly<Record<string, SharedNeed>>
  readonly warnings: Readonly<Record<string, SharedWarning>>
  readonly problems: Readonly<Record<string, Problem>>
  readonly deadlines: Readonly<Record<string, Deadline>>
  readonly channels: Readonly<Record<string, Channel>>
  readonly routes: Readonly<Record<string, Route>>
  readonly fees: Readonly<Record<string, Fee>>
  readonly thresholds: Readonly<Record<string, Threshold>>
  readonly bases: Readonly<Record<string, Basis>>
  readonly letters: Readonly<Record<string, Letter>>
  readonly cases: Readonly<Record<string, CaseStory>>
  readonly risks: Readonly<Record<string, WordingRisk>>
  readonly 'claimed-grounds': Readonly<Record<string, ClaimedGround>>
  readonly wording: Readonly<Record<string, HarmfulWords>>
  readonly breaches: Readonly<Record<string, Breach>>
  readonly 'held-documents': Readonly<Record<string, HeldDocument>>
  readonly purchase: Readonly<Record<string, PurchaseCheck>>
  readonly 'guide-claims': Readonly<Record<string, GuideClaim>>
  readonly 'search-words': Readonly<Record<string, EverydayWords>>
  readonly language: Readonly<Record<string, TellingWords>>
  readonly 'page-words': Readonly<Record<string, PageWords>>
  readonly calendar: Readonly<Record<string, CalendarYear>>
}
