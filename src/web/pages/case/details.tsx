import type { ReactNode } from 'react'
import { formatYuan } from '../../../core/values/fen.ts'
import { formatShanghai, parseInstant } from '../../../core/values/instant.ts'
import { SheetLink, type SheetName } from '../../case/sheet-link.tsx'
import { useCase } from '../../case/use-case.tsx'
import { Badge } from '../../parts/badge.tsx'
import { buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { Answers } from './answers.tsx'
import { CasePage } from './case-page.tsx'

/** What is known of the problem, the order and the person, in parts that are changed one at a time; and the end of it. */
export function DetailsPage() {
  const { kase } = useCase()
  const { t } = useTexts()
  const { order, consumer } = kase
  const { form } = t
  const [shop, invoice] = [order.shop, order.invoice]
  return (
    <CasePage title={t.case.place.details} lead={t.case.details.lead}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Problem />
        <Part
          title={form.order.title}
          sheet="order"
          rows={[
            [form.order.platform, order.platform],
            [form.order.number, order.number],
            [form.order.paid, yuan(order.paidFen)],
            [form.order.shipping, yuan(order.shippingFen)],
          ]}
        />
        <Items />
        <Part
          title={form.times.title}
          sheet="times"
          rows={[
            [form.times.placedAt, moment(order.placedAt)],
            [form.times.paidAt, moment(order.paidAt)],
            [form.times.promisedShipBy, moment(order.promisedShipBy)],
            [form.times.shippedAt, moment(order.shippedAt)],
            [form.times.signedAt, moment(order.signedAt)],
            [form.times.cancelledAt, moment(order.cancelledAt)],
            [form.times.cashOnDelivery, order.cashOnDelivery === true ? t.act.yes : undefined],
          ]}
        />
        <Part
          title={form.shop.title}
          sheet="shop"
          rows={[
            [form.shop.name, shop?.name],
            [
              form.shop.selfOperated,
              shop?.selfOperated === undefined
                ? undefined
                : shop.selfOperated
                  ? form.shop.isSelfOperated
                  : form.shop.isThirdParty,
            ],
            [form.shop.company, shop?.company],
            [form.shop.creditCode, shop?.creditCode],
            [form.shop.address, shop?.address],
            [form.shop.phone, shop?.phone],
            [form.shop.id, shop?.id],
          ]}
        />
        <Part
          title={form.delivery.title}
          sheet="delivery"
          rows={[
            [form.delivery.carrier, order.carrier],
            [form.delivery.waybill, order.waybill],
            [form.delivery.deliveredTo, order.deliveredTo],
          ]}
        />
        <Part
          title={form.invoice.title}
          sheet="invoice"
          rows={[
            [form.invoice.number, invoice?.number],
            [form.invoice.issuedOn, invoice?.issuedOn],
            [form.invoice.fen, yuan(invoice?.fen)],
            [form.invoice.requestedAt, moment(invoice?.requestedAt)],
          ]}
        />
        <Part
          title={form.person.title}
          sheet="person"
          rows={[
            [form.person.name, consumer.name],
            [form.person.phone, consumer.phone],
            [form.person.landline, consumer.landline],
            [form.person.email, consumer.email],
            [form.person.address, consumer.address],
          ]}
        />
      </div>
      <Answers />
      <End />
    </CasePage>
  )
}

function yuan(fen: number | undefined): string | undefined {
  return fen === undefined ? undefined : `¥${formatYuan(fen)}`
}

function moment(instant: string | undefined): string | undefined {
  return instant !== undefined && parseInstant(instant).ok ? formatShanghai(instant) : instant
}

type PartProps = {
  readonly title: string
  readonly sheet: SheetName
  readonly of?: string
  readonly rows: readonly (readonly [string, string | undefined])[]
}

function Part({ title, sheet, of, rows }: PartProps) {
  const { t } = useTexts()
  const { kase } = useCase()
  const known = rows.filter(([, value]) => value !== undefined && value !== '')
  const open = rows.filter(([, value]) => value === undefined || value === '').map(([label]) => label)
  return (
    <Card title={title}>
      <dl className="grid grid-cols-[8rem_1fr] gap-x-3 gap-y-1">
        {known.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label.replace(/(（元）| \(yuan\))$/, '')}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      {open.length === 0 ? null : <p className="mt-2 text-soft text-sm">{t.case.details.open(open)}</p>}
      {kase.status === 'closed' ? null : (
        <p className="mt-2">
          <SheetLink sheet={sheet} {...(of === undefined ? {} : { of })} label={t.case.details.changeThis(title)}>
            {known.length === 0 ? t.case.details.fill : t.case.details.change}
          </SheetLink>
        </p>
      )}
    </Card>
  )
}

function Problem() {
  const { kase, vocabulary } = useCase()
  const { t } = useTexts()
  const { words, types } = kase.problem
  const closed = kase.status === 'closed'
  return (
    <Card title={<span id="problem">{t.form.problem.title}</span>}>
      <ul className="mb-2 grid gap-1">
        {types.map(({ type, confirmed }) => {
          const title = vocabulary.problems.find(({ id }) => id === type)?.title ?? type
          return (
            <li key={type} className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{title}</span>
              <Badge tone={confirmed ? 'good' : 'warn'}>
                {confirmed ? t.case.details.confirmed : t.case.details.unconfirmed}
              </Badge>
              {closed ? null : (
                <SheetLink sheet="problem-type" of={type} look="small" label={t.case.details.changeThis(title)}>
                  {confirmed ? t.case.details.change : t.case.details.confirm}
                </SheetLink>
              )}
            </li>
          )
        })}
      </ul>
      <p className="whitespace-pre-line">{words}</p>
      {words === '' && types.length === 0 ? <p className="text-soft">{t.case.details.noProblem}</p> : null}
      {closed ? null : (
        <p className="mt-2 flex flex-wrap gap-2">
          <SheetLink sheet="problem" label={t.case.details.changeThis(t.form.problem.title)}>
            {words === '' ? t.case.details.fill : t.case.details.change}
          </SheetLink>
          <SheetLink sheet="problem-type" look="quiet">
            {t.case.details.addProblem}
          </SheetLink>
        </p>
      )}
    </Card>
  )
}

function Items() {
  const { kase } = useCase()
  const { t } = useTexts()
  return (
    <Card title={t.form.item.title}>
      <ul className="grid gap-2">
        {kase.order.items.map((item, index) => (
          <li
            key={`${item.name} ${item.serial ?? ''} ${item.model ?? ''}`}
            className="flex flex-wrap items-start gap-2"
          >
            <span className="min-w-0 flex-1">
              {item.name} × {item.quantity} <span className="tabular-nums">¥{formatYuan(item.priceFen)}</span>
              <span className="block text-soft text-sm">{[item.model, item.serial].filter(Boolean).join(' · ')}</span>
            </span>
            {kase.status === 'closed' ? null : (
              <SheetLink sheet="item" of={String(index)} look="small" label={t.case.details.changeThis(item.name)}>
                {t.case.details.change}
              </SheetLink>
            )}
          </li>
        ))}
      </ul>
      {kase.status === 'closed' ? null : (
        <p className="mt-2">
          <SheetLink sheet="item" of="new">
            {t.form.item.fresh}
          </SheetLink>
        </p>
      )}
    </Card>
  )
}

function End() {
  const { kase, view } = useCase()
  const { t } = useTexts()
  const words = t.case.details
  let state: ReactNode = <SheetLink sheet="close">{t.form.close.title}</SheetLink>
  if (kase.status === 'closed') state = <SheetLink sheet="reopen">{t.form.reopen.title}</SheetLink>
  return (
    <section id="end" tabIndex={-1} className="mt-8 scroll-mt-4">
      <Card title={words.end}>
        {kase.closing === undefined ? null : (
          <p className="mb-2">
            {words.closedAs(formatShanghai(kase.closing.at), t.names.outcome[kase.closing.outcome])}
            {kase.closing.words === undefined ? null : <span className="block">{kase.closing.words}</span>}
          </p>
        )}
        <p className="mb-3 text-soft">{words.endWhy}</p>
        <p className="flex flex-wrap gap-3">
          {state}
          <a href={`/api/cases/${view.id}/export`} download className={buttonLook('plain')}>
            {words.export}
          </a>
          <SheetLink sheet="forget" look="danger">
            {t.form.forget.title}
          </SheetLink>
        </p>
      </Card>
    </section>
  )
}
