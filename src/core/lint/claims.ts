import type { GuideClaim } from '../knowledge/guide-claim.ts'
import { claimNumber } from '../knowledge/guide-claim.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { sayingsPattern, sentenceAt, setsOf } from '../language/saying.ts'
import type { Text } from '../values/text.ts'
import type { Linter } from './finding.ts'

/** What people believe of complaints and that does not hold, or only in part: answered with the fact. */
export const claimLinter: Linter = ({ plain, knowledge }) =>
  claimsOf(knowledge).flatMap(({ claim, pattern, unless }) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length]
      const { from, to } = sentenceAt(plain, start, end)
      if (unless && plain.slice(from, to).search(unless) >= 0) return []
      return [
        {
          start,
          end,
          rule: 'guide-claim',
          kind: 'citation' as const,
          severity: 'advice' as const,
          message: factOf(claim),
        },
      ]
    }),
  )

const verdicts: Readonly<Record<GuideClaim['verdict'], Text>> = {
  correct: { zh: '这个说法是对的', en: 'This holds' },
  partly: { zh: '这个说法只对了一部分', en: 'This holds only in part' },
  wrong: { zh: '这个说法不对', en: 'This is wrong' },
  outdated: { zh: '这个说法过时了', en: 'This is out of date' },
  unverifiable: { zh: '这个说法没有找到依据', en: 'No ground was found for this' },
  missing: { zh: '这里容易弄错', en: 'This is easily got wrong' },
  notice: { zh: '请注意', en: 'Note' },
}

function factOf(claim: GuideClaim): Text {
  const verdict = verdicts[claim.verdict]
  return {
    zh: `${verdict.zh}（${claimNumber(claim)}）：${claim.fact.zh}`,
    en: `${verdict.en} (${claimNumber(claim)}): ${claim.fact.en}`,
  }
}

type Ready = { readonly claim: GuideClaim; readonly pattern: RegExp; readonly unless: RegExp | undefined }
const ready = new WeakMap<Knowledge['guide-claims'], readonly Ready[]>()

function claimsOf(knowledge: Knowledge): readonly Ready[] {
  const known = ready.get(knowledge['guide-claims'])
  if (known) return known
  const sets = setsOf(knowledge.language)
  const claims = Object.values(knowledge['guide-claims'])
    .filter(({ said }) => said.length > 0)
    .map(
      (claim): Ready => ({
        claim,
        pattern: sayingsPattern(claim.said, sets),
        unless: claim.unless.length === 0 ? undefined : sayingsPattern(claim.unless, sets),
      }),
    )
  ready.set(knowledge['guide-claims'], claims)
  return claims
}
