import type { ButtonHTMLAttributes } from 'react'

const looks = {
  primary: 'bg-accent text-on-accent hover:opacity-90',
  plain: 'border border-line bg-card hover:border-accent',
  quiet: 'text-accent hover:underline px-2',
  danger: 'border border-bad text-bad bg-card hover:bg-bad-tint',
} as const

/** The look of a button, for links that act like one too. */
export function buttonLook(look: keyof typeof looks = 'plain'): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 py-2 font-medium disabled:opacity-50 ${looks[look]}`
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: keyof typeof looks }

export function Button({ look = 'plain', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`${buttonLook(look)} ${className}`} {...rest} />
}
