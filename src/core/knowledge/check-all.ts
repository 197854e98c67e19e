import { runChecks } from './check.ts'
import { citesFit } from './checks/cites-fit.ts'
import { clocksLeanSafe } from './checks/clocks-lean-safe.ts'
import { doorsAgree } from './checks/doors-agree.ts'
import { examplesCover } from './checks/examples-cover.ts'
import { factsExist } from './checks/facts-exist.ts'
import { feesApart } from './checks/fees-apart.ts'
import { gradeCarries } from './checks/grade-carries.ts'
import { guideLedger } from './checks/guide-ledger.ts'
import { guideStaysAHint } from './checks/guide-stays-a-hint.ts'
import { lawStandingCites } from './checks/law-standing-cites.ts'
import { linksExist } from './checks/links-exist.ts'
import { namedByFile } from './checks/named-by-file.ts'
import { namesApart } from './checks/names-apart.ts'
import { pageWordsApart } from './checks/page-words-apart.ts'
import { refsResolve } from './checks/refs-resolve.ts'
import { sourcesKnown } from './checks/sources-known.ts'
import { storiesTeach } from './checks/stories-teach.ts'
import { versionsApart } from './checks/versions-apart.ts'
import { wordsHang } from './checks/words-hang.ts'
import type { Finding } from './finding.ts'
import type { ParsedKnowledge } from './parse.ts'

/** Everything that is wrong with a knowledge base: files that do not parse first, then each rule. */
export function checkKnowledge(parsed: ParsedKnowledge): Finding[] {
  return runChecks(parsed, [
    namedByFile((entry) => parsed.where(entry, []).file),
    linksExist,
    refsResolve,
    factsExist,
    sourcesKnown,
    gradeCarries,
    versionsApart,
    namesApart,
    citesFit,
    guideLedger,
    guideStaysAHint,
    lawStandingCites,
    clocksLeanSafe,
    examplesCover,
    storiesTeach,
    feesApart,
    doorsAgree,
    wordsHang,
    pageWordsApart,
  ])
}
