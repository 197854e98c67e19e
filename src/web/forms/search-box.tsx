import { Search } from 'lucide-react'
import { inputLook } from '../parts/field.tsx'

type Props = { readonly label: string; readonly words: string; readonly onWords: (words: string) => void }

/** One line to search by. */
export function SearchBox({ label, words, onWords }: Props) {
  return (
    <div className="relative my-3">
      <Search aria-hidden="true" size={18} className="absolute top-3.5 left-3 text-soft" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={words}
        onChange={({ currentTarget: { value } }) => onWords(value)}
        className={`${inputLook} pl-10`}
      />
    </div>
  )
}
