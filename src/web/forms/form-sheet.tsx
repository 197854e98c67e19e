import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { CaseView } from '../../server/api/client.ts'
import { ApiFault } from '../api/api.ts'
import { useDraft } from '../drafts/use-draft.ts'
import { Button } from '../parts/button.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { Fault } from '../parts/state.tsx'
import { useTexts } from '../texts/texts.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { FormControl } from './form-control.tsx'
import { placeFaults } from './form-faults.ts'
import type { FormSpec, FormValues } from './form-spec.ts'
import { faultsOf, filledOf } from './form-values.ts'
import { useIntent } from './use-intent.ts'

const nothingTyped: FormValues = {}

type Props = {
  readonly spec: FormSpec
  readonly view: Pick<CaseView, 'id' | 'version'>
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}

/** A form in a dialog. What is typed is kept until it is recorded; each refusal stands beside the field it names. */
export function FormSheet({ spec, view, onClose, onDone }: Props) {
  const { t, lang } = useTexts()
  const [start] = useState(spec.start)
  const [changed, setChanged, clear] = useDraft<FormValues>(`${view.id}.${spec.id}`, nothingTyped)
  const values = { ...start, ...changed }
  /** The time a form proposes is part of what was typed from the first stroke on: it does not move with the clock. */
  const typed = values.at === undefined ? changed : { at: values.at, ...changed }
  const given = JSON.stringify(typed)
  const [resumed] = useState(Object.keys(changed).length > 0)
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const [nothing, setNothing] = useState(false)
  const { giving, seen, setSeen } = useIntent(view, spec.id, given)
  const form = useRef<HTMLFormElement>(null)
  const problem = giving.error instanceof ApiFault ? giving.error.problem : undefined
  const overtaken = problem?.code === 'changed-meanwhile'
  const codes = problem === undefined ? [] : [problem.code, ...(problem.all ?? []).map(({ code }) => code)]
  const unlocked = (name: string) => (values[name] ?? '') !== ''
  const fields = spec.fields.filter(({ after, name }) => after === undefined || codes.includes(after) || unlocked(name))
  const placed = problem && !overtaken ? placeFaults(problem, fields, t.form.refusals) : { byField: {}, above: [] }
  const faults: Readonly<Record<string, string>> = { ...placed.byField, ...own }
  const faulty = Object.keys(faults).length + placed.above.length

  useEffect(() => {
    if (faulty > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]')?.focus()
  }, [faulty])

  const give = (version: number) => {
    const found = faultsOf(fields, values, { lang, ...t.form })
    setOwn(found)
    setNothing(false)
    if (Object.keys(found).length > 0 || giving.isPending) return
    const commands = () => spec.commands(filledOf(values, start))
    if (commands().length === 0) return setNothing(true)
    setChanged(typed)
    giving.mutate(
      { given, version, commands },
      {
        onSuccess: () => {
          clear()
          onDone(t.form.done(spec.title))
        },
      },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give(seen)
  }
  return (
    <Sheet title={spec.title} open onOpenChange={(open) => (open ? undefined : onClose())}>
      <form ref={form} onSubmit={submit} noValidate>
        {spec.lead === undefined ? null : <p className="mb-2 text-soft">{spec.lead}</p>}
        {spec.consequences?.map((line) => (
          <p key={line} className="my-2 rounded-xl bg-warn-tint p-3 text-warn">
            {line}
          </p>
        ))}
        {resumed ? (
          <p className="my-2 flex flex-wrap items-center justify-between gap-2 rounded-xl bg-accent-tint p-2 pl-3">
            {t.form.resumed}
            <Button look="quiet" onClick={clear}>
              {t.form.startOver}
            </Button>
          </p>
        ) : null}
        {fields.map((field) => (
          <FormControl
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            fault={faults[field.name]}
            onValue={(value) => {
              setChanged({ ...typed, [field.name]: value })
              const { [field.name]: _, ...others } = own
              setOwn(others)
            }}
          />
        ))}
        {overtaken ? (
          <ChangedMeanwhile
            caseId={view.id}
            since={seen}
            onGoOn={(version) => {
              setSeen(version)
              give(version)
            }}
          />
        ) : placed.above.length > 0 ? (
          placed.above.map((text) => (
            <p key={text} role="alert" tabIndex={-1} className="my-2 rounded-xl bg-bad-tint p-3 text-bad">
              {text}
            </p>
          ))
        ) : problem === undefined ? (
          <Fault error={giving.error} />
        ) : null}
        {nothing ? (
          <p role="status" className="my-2 text-soft">
            {t.form.nothingChanged}
          </p>
        ) : null}
        <div className="mt-4 flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{t.act.cancel}</Button>
          <Button type="submit" look={spec.danger === true ? 'danger' : 'primary'} aria-disabled={giving.isPending}>
            {giving.isPending ? t.act.saving : spec.submit}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
