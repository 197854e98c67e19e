import { type InputHTMLAttributes, useState } from 'react'
import { formatYuan, parseYuan } from '../../core/values/fen.ts'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> & {
  readonly fen: number | undefined
  /** `undefined` when it is empty, `'off'` while it is no amount. */
  readonly onFen: (fen: number | undefined | 'off') => void
}

/** Yuan as people write them, whole fen for the program. */
export function MoneyInput({ fen, onFen, ...rest }: Props) {
  const [text, setText] = useState(fen === undefined ? '' : formatYuan(fen))
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      placeholder="0.00"
      {...rest}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        const parsed = value.trim() === '' ? undefined : parseYuan(value)
        onFen(parsed === undefined ? undefined : parsed.ok ? parsed.value : 'off')
      }}
    />
  )
}
