import { type InputHTMLAttributes, useId, useState } from 'react'
import type { FactScalar } from '../../core/values/fact-scalar.ts'
import { isLocalDate } from '../../core/values/local-date.ts'
import type { Vocabulary } from '../../server/api/client.ts'
import { useTexts } from '../texts/texts.tsx'
import { Button } from './button.tsx'
import { inputLook } from './field.tsx'
import { MomentInput } from './moment-input.tsx'
import { MoneyInput } from './money-input.tsx'

type FactWords = Vocabulary['facts'][string]
type Props = {
  readonly fact: FactWords
  /** What was answered before. */
  readonly value: FactScalar | undefined
  readonly busy: boolean
  /** `undefined` is “I don't know”. */
  readonly onAnswer: (value: FactScalar | undefined) => void
}

/** The answer to one question: a tap where a tap will do, else a field and a button; not knowing counts as an answer. */
export function FactAnswer({ fact, value, busy, onAnswer }: Props) {
  const { t } = useTexts()
  const taps = tapsOf(fact, t.act)
  return (
    <div className="my-4 grid gap-2">
      {taps === undefined ? (
        <TypedAnswer fact={fact} value={value} busy={busy} onAnswer={onAnswer} />
      ) : (
        taps.map((tap) => (
          <Button
            key={String(tap.value)}
            disabled={busy}
            aria-pressed={value === tap.value}
            className="min-h-14 justify-start text-left aria-pressed:border-accent aria-pressed:bg-accent-tint"
            onClick={() => onAnswer(tap.value)}
          >
            {tap.label}
          </Button>
        ))
      )}
      <Button disabled={busy} look="quiet" className="min-h-14" onClick={() => onAnswer(undefined)}>
        {t.act.unknown}
      </Button>
    </div>
  )
}

function tapsOf({ type, options }: FactWords, { yes, no }: { readonly yes: string; readonly no: string }) {
  if (type === 'boolean')
    return [
      { value: true, label: yes },
      { value: false, label: no },
    ]
  return type === 'choice' ? options : undefined
}

function TypedAnswer({ fact, value, busy, onAnswer }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [typed, setTyped] = useState<FactScalar | undefined>(value)
  const [off, setOff] = useState(false)
  const set = (next: FactScalar | undefined) => {
    setTyped(next)
    setOff(false)
  }
  const control = { id, className: inputLook, 'aria-invalid': off || undefined, 'aria-label': fact.ask }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed === undefined || typed === '') setOff(true)
        else onAnswer(typed)
      }}
    >
      {fact.type === 'fen' ? (
        <MoneyInput {...control} fen={number(typed)} onFen={(fen) => set(fen === 'off' ? undefined : fen)} />
      ) : fact.type === 'instant' ? (
        <MomentInput {...control} instant={text(typed)} onInstant={set} />
      ) : fact.type === 'date' ? (
        <input
          {...control}
          type="date"
          value={text(typed) ?? ''}
          onChange={({ currentTarget: { value: day } }) => set(isLocalDate(day) ? day : undefined)}
        />
      ) : fact.type === 'number' ? (
        <NumberInput {...control} number={number(typed)} onNumber={set} />
      ) : (
        <textarea
          {...control}
          rows={3}
          value={text(typed) ?? ''}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
      {off ? (
        <p role="alert" className="text-bad">
          {t.question.fill}
        </p>
      ) : null}
      <Button type="submit" look="primary" disabled={busy}>
        {t.question.answer}
      </Button>
    </form>
  )
}

type NumberProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly number: number | undefined
  readonly onNumber: (value: number | undefined) => void
}

/** What is typed stays as it is: a number read back at every stroke would lose the point of 1.5 and make it 15. */
function NumberInput({ number, onNumber, ...rest }: NumberProps) {
  const [digits, setDigits] = useState(number === undefined ? '' : String(number))
  return (
    <input
      {...rest}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={digits}
      onChange={({ currentTarget: { value } }) => {
        setDigits(value)
        onNumber(value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined)
      }}
    />
  )
}

function number(value: FactScalar | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function text(value: FactScalar | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
