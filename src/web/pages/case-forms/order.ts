import type { Order } from '../../../core/case/case.ts'
import type { OrderPart } from '../../../core/case/order.ts'
import { formatYuan } from '../../../core/values/fen.ts'
import type { GivenCommand } from '../../../server/api/client.ts'
import type { Filled, FormField, FormSpec } from '../../forms/form-spec.ts'
import { wallClock } from '../../forms/form-values.ts'
import type { SheetWorld } from './sheet-world.ts'

/* The order in parts of a few fields each; only what was changed is recorded. */

export function orderSpec({ t, kase: { order } }: SheetWorld): FormSpec {
  const words = t.form.order
  return {
    id: 'order',
    title: words.title,
    fields: [
      { kind: 'line', name: 'platform', label: words.platform },
      { kind: 'line', name: 'number', label: words.number, hint: words.numberHint, ...kept(order.number) },
      {
        kind: 'money',
        name: 'paidFen',
        label: words.paid,
        hint: words.paidHint,
        places: ['paid'],
        ...kept(order.paidFen),
      },
      { kind: 'money', name: 'shippingFen', label: words.shipping, places: ['shipping'], ...kept(order.shippingFen) },
    ],
    start: {
      platform: order.platform ?? '',
      number: order.number ?? '',
      paidFen: yuan(order.paidFen),
      shippingFen: yuan(order.shippingFen),
    },
    submit: t.act.save,
    commands: (filled) =>
      recorded({
        ...texts(filled, ['platform', 'number']),
        ...sums(filled, ['paidFen', 'shippingFen']),
      }),
  }
}

const moments = ['placedAt', 'paidAt', 'promisedShipBy', 'shippedAt', 'signedAt', 'cancelledAt'] as const

export function timesSpec({ t, kase: { order } }: SheetWorld): FormSpec {
  const words = t.form.times
  return {
    id: 'times',
    title: words.title,
    lead: words.lead,
    fields: [
      ...moments.map(
        (name): FormField => ({
          kind: 'moment',
          name,
          label: words[name],
          places: [kebab(name)],
          ...kept(order[name]),
        }),
      ),
      { kind: 'tick', name: 'cashOnDelivery', label: words.cashOnDelivery },
    ],
    start: {
      ...Object.fromEntries(moments.map((name) => [name, wallClock(order[name])])),
      cashOnDelivery: order.cashOnDelivery ?? false,
    },
    submit: t.act.save,
    commands(filled) {
      const changed = moments.flatMap((name) => {
        const moment = filled.moment(name)
        return moment === undefined || !filled.changed(name) ? [] : [[name, moment] as const]
      })
      return recorded({
        ...Object.fromEntries(changed),
        ...(filled.changed('cashOnDelivery') ? { cashOnDelivery: filled.is('cashOnDelivery') } : {}),
      })
    },
  }
}

export function deliverySpec({ t, kase: { order } }: SheetWorld): FormSpec {
  const words = t.form.delivery
  return {
    id: 'delivery',
    title: words.title,
    fields: [
      { kind: 'line', name: 'carrier', label: words.carrier },
      { kind: 'line', name: 'waybill', label: words.waybill },
      {
        kind: 'words',
        name: 'deliveredTo',
        label: words.deliveredTo,
        hint: words.deliveredToHint,
        rows: 2,
        places: ['delivered-to'],
      },
    ],
    start: {
      carrier: order.carrier ?? '',
      waybill: order.waybill ?? '',
      deliveredTo: order.deliveredTo ?? '',
    },
    submit: t.act.save,
    commands: (filled) => recorded(texts(filled, ['carrier', 'waybill', 'deliveredTo'])),
  }
}

const shopLines = ['name', 'id', 'company', 'creditCode', 'address', 'phone'] as const

export function shopSpec({ t, kase: { order } }: SheetWorld): FormSpec {
  const words = t.form.shop
  const shop = order.shop ?? { name: '' }
  const own = shop.selfOperated === undefined ? '' : shop.selfOperated ? 'yes' : 'no'
  return {
    id: 'shop',
    title: words.title,
    lead: words.lead,
    fields: [
      { kind: 'line', name: 'name', label: words.name, needed: true, places: ['shop.name'] },
      {
        kind: 'choice',
        name: 'selfOperated',
        label: words.selfOperated,
        options: [
          { value: 'yes', label: words.isSelfOperated },
          { value: 'no', label: words.isThirdParty },
        ],
      },
      { kind: 'line', name: 'company', label: words.company, hint: words.companyHint, places: ['shop.company'] },
      { kind: 'line', name: 'creditCode', label: words.creditCode, places: ['shop.credit-code'] },
      { kind: 'line', name: 'address', label: words.address, places: ['shop.address'] },
      { kind: 'line', name: 'phone', label: words.phone, inputMode: 'tel', places: ['shop.phone'] },
      { kind: 'line', name: 'id', label: words.id },
    ],
    start: { ...Object.fromEntries(shopLines.map((name) => [name, shop[name] ?? ''])), selfOperated: own },
    submit: t.act.save,
    commands(filled) {
      const part = {
        ...texts(filled, shopLines),
        ...(filled.changed('selfOperated') ? { selfOperated: filled.text('selfOperated') === 'yes' } : {}),
      }
      return Object.keys(part).length === 0 ? [] : recorded({ shop: part })
    },
  }
}

export function invoiceSpec({ t, kase: { order } }: SheetWorld): FormSpec {
  const words = t.form.invoice
  const invoice = order.invoice ?? {}
  return {
    id: 'invoice',
    title: words.title,
    fields: [
      { kind: 'line', name: 'number', label: words.number, places: ['invoice.number'] },
      {
        kind: 'day',
        name: 'issuedOn',
        label: words.issuedOn,
        places: ['invoice.issued-on'],
        ...kept(invoice.issuedOn),
      },
      { kind: 'money', name: 'fen', label: words.fen, places: ['invoice.amount'], ...kept(invoice.fen) },
      {
        kind: 'moment',
        name: 'requestedAt',
        label: words.requestedAt,
        places: ['invoice.requested-at'],
        ...kept(invoice.requestedAt),
      },
    ],
    start: {
      number: invoice.number ?? '',
      issuedOn: invoice.issuedOn ?? '',
      fen: yuan(invoice.fen),
      requestedAt: wallClock(invoice.requestedAt),
    },
    submit: t.act.save,
    commands(filled) {
      const requestedAt = filled.moment('requestedAt')
      const part = {
        ...texts(filled, ['number', 'issuedOn']),
        ...sums(filled, ['fen']),
        ...(requestedAt === undefined || !filled.changed('requestedAt') ? {} : { requestedAt }),
      }
      return Object.keys(part).length === 0 ? [] : recorded({ invoice: part })
    },
  }
}

/** One of the goods (`of` is its place in the list, or `new`). The list is recorded whole. */
export function itemSpec({ t, of, kase: { order } }: SheetWorld): FormSpec | undefined {
  const words = t.form.item
  const before = order.items[Number(of)]
  if (of !== 'new' && before === undefined) return undefined
  const place = before === undefined ? order.items.length : Number(of)
  const at = (key: string) => [`items[${place}].${key}`]
  return {
    id: `item.${of}`,
    title: before === undefined ? words.fresh : words.title,
    fields: [
      { kind: 'line', name: 'name', label: words.name, needed: true, places: at('name') },
      { kind: 'line', name: 'model', label: words.model, places: at('model') },
      { kind: 'line', name: 'serial', label: words.serial, hint: words.serialHint, places: at('serial') },
      { kind: 'money', name: 'price', label: words.price, needed: true, places: at('price') },
      { kind: 'count', name: 'quantity', label: words.quantity, needed: true, places: at('quantity') },
      ...(before === undefined ? [] : [{ kind: 'tick', name: 'remove', label: words.remove } as const]),
    ],
    start: {
      name: before?.name ?? '',
      model: before?.model ?? '',
      serial: before?.serial ?? '',
      price: yuan(before?.priceFen),
      quantity: String(before?.quantity ?? 1),
      remove: false,
    },
    submit: t.act.save,
    commands(filled) {
      const price = filled.fen('price')
      const item: Order['items'][number] = {
        ...(before ?? { name: '', priceFen: 0, quantity: 1, flags: [] }),
        ...texts(filled, ['name', 'model', 'serial']),
        ...(price === undefined || !filled.changed('price') ? {} : { priceFen: price }),
        ...(filled.changed('quantity') ? { quantity: Number(filled.text('quantity')) } : {}),
      }
      const others = order.items.filter((_, index) => index !== place)
      const items = filled.is('remove') ? others : replaced(order.items, place, item)
      return JSON.stringify(items) === JSON.stringify(order.items) ? [] : recorded({ items })
    },
  }
}

function replaced<T>(list: readonly T[], place: number, one: T): readonly T[] {
  return [...list.slice(0, place), one, ...list.slice(place + 1)]
}

/** What was known cannot be made unknown by emptying the field. */
function kept(value: unknown): { readonly needed?: true } {
  return value === undefined ? {} : { needed: true }
}

function yuan(fen: number | undefined): string {
  return fen === undefined ? '' : formatYuan(fen)
}

function texts<K extends string>(filled: Filled, names: readonly K[]): Partial<Record<K, string>> {
  const changed = names.filter(filled.changed)
  return Object.fromEntries(changed.map((name) => [name, filled.text(name)])) as Partial<Record<K, string>>
}

function sums<K extends string>(filled: Filled, names: readonly K[]): Partial<Record<K, number>> {
  const changed = names.flatMap((name) => {
    const fen = filled.fen(name)
    return fen === undefined || !filled.changed(name) ? [] : [[name, fen] as const]
  })
  return Object.fromEntries(changed) as Partial<Record<K, number>>
}

function recorded(payload: OrderPart): readonly GivenCommand[] {
  return Object.keys(payload).length === 0 ? [] : [{ type: 'RecordOrder', payload }]
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
