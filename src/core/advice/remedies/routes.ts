import type { Route } from '../../knowledge/route.ts'
import { say, type Text } from '../../values/text.ts'
import type { RightFinding, RouteFinding } from '../advice.ts'
import type { World } from '../clocks/happening.ts'
import { evaluate, verdictOf } from '../evaluate.ts'
import { claimRange } from './claim-range.ts'
import { routeCost } from './route-cost.ts'

/**
 * The ways to a remedy that fit the case, compared on what its rights are worth: those its problems name, in their order,
 * or every one by its place where they name none. A way whose condition fails is left out; an open condition is noted.
 */
export function routeFindings(rights: readonly RightFinding[], world: World): readonly RouteFinding[] {
  const claim = claimRange(rights)
  const { lang } = world.knowledge
  return routesOf(world).flatMap((route): RouteFinding[] => {
    const doubts = doubtsAbout(route, world)
    if (doubts === undefined) return []
    const { cost, breakEven, notes } = routeCost(route.cost, claim, world)
    const said = [route.gets, ...route.risks, ...notes, ...doubts]
    return [
      {
        id: route.id,
        cost,
        time: say(route.time, lang),
        needs: route.needs.map((need) => say(need, lang)),
        breakEven: say(breakEven, lang),
        notes: said.map((note) => say(note, lang)),
      },
    ]
  })
}

function routesOf({ kase, knowledge }: World): readonly Route[] {
  const named = new Set(kase.problem.types.flatMap(({ type }) => knowledge.problems[type]?.routes ?? []))
  if (named.size === 0) return Object.values(knowledge.routes).sort((a, b) => a.place - b.place)
  return [...named].flatMap((id) => knowledge.routes[id] ?? [])
}

/** What is still open about the route's condition; undefined when it fails. */
function doubtsAbout({ when }: Route, { facts }: World): readonly Text[] | undefined {
  if (when === undefined) return []
  const met = verdictOf(when, facts)
  if (met !== null) return met ? [] : undefined
  return evaluate(when, facts)
    .reasons.filter((reason) => reason.met === null)
    .map(({ text }) => ({ zh: `尚待确认：${text.zh}。`, en: `To be confirmed: ${text.en}.` }))
}
