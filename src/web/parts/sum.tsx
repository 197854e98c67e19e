import { formatYuan } from '../../core/values/fen.ts'

/** An amount of money; grouped, so that it is read at a glance. */
export function Sum({ fen, large = false }: { readonly fen: number; readonly large?: boolean }) {
  const [whole = '', cents = ''] = formatYuan(fen).split('.')
  return (
    <span className={`whitespace-nowrap tabular-nums ${large ? 'font-bold text-2xl' : ''}`}>
      ¥{whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.{cents}
    </span>
  )
}
