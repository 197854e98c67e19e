import { Link } from '@tanstack/react-router'

type Props = { readonly refs: readonly string[]; readonly names: Readonly<Record<string, string>> }

/** The provisions something rests on, each leading to its page. */
export function Cites({ refs, names }: Props) {
  if (refs.length === 0) return null
  return (
    <ul className="my-1 flex list-none flex-wrap gap-2">
      {refs.map((ref) => (
        <li key={ref}>
          <Link
            to="/laws/$ref"
            params={{ ref }}
            className="inline-flex min-h-8 items-center rounded-lg border border-line bg-card px-2 text-accent text-sm hover:border-accent"
          >
            {names[ref] ?? ref}
          </Link>
        </li>
      ))}
    </ul>
  )
}
