import type { ReactNode } from 'react'

const tones = {
  plain: 'border-line text-soft',
  accent: 'border-transparent bg-accent-tint text-accent',
  good: 'border-transparent bg-good-tint text-good',
  warn: 'border-transparent bg-warn-tint text-warn',
  bad: 'border-transparent bg-bad-tint text-bad',
} as const
export type Tone = keyof typeof tones

export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`inline-block rounded-full border px-2.5 py-0.5 text-sm ${tones[tone]}`}>{children}</span>
}
