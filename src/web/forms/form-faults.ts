import type { Problem } from '../../server/api/client.ts'
import type { FormField } from './form-spec.ts'

type PlacedFaults = {
  readonly byField: Readonly<Record<string, string>>
  /** What no field of the form is named for. */
  readonly above: readonly string[]
}

/** Puts each refusal beside the field it names, in the form's own words where it has some for that code. */
export function placeFaults(
  { code, detail, place, all }: Problem,
  fields: readonly FormField[],
  words: Readonly<Record<string, string>>,
): PlacedFaults {
  const faults = all ?? [{ code, detail, ...(place === undefined ? {} : { place }) }]
  const byField: Record<string, string> = {}
  const above: string[] = []
  for (const fault of faults) {
    const text = words[fault.code] ?? fault.detail
    const named = (fault.place ?? '').split(', ').map(bare)
    const hit = fields.filter(({ name, places = [] }) => named.some((one) => one === name || places.includes(one)))
    for (const { name } of hit) byField[name] ??= text
    if (hit.length === 0) above.push(text)
  }
  return { byField, above }
}

/** A place in a body reads `commands[0].payload.at`; in a case only `at`. */
function bare(place: string): string {
  return place.replace(/^commands\[\d+\]\.payload\./, '').replace(/^instead\.payload\./, '')
}
