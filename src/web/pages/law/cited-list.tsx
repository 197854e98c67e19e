import { Cites } from '../../parts/cites.tsx'

/** Provisions that come with their names. */
export function CitedList({ cites }: { readonly cites: readonly { readonly ref: string; readonly cite: string }[] }) {
  return (
    <Cites refs={cites.map(({ ref }) => ref)} names={Object.fromEntries(cites.map(({ ref, cite }) => [ref, cite]))} />
  )
}
