import { z } from 'zod'
import { provenance, standingSchema } from '../provenance.ts'
import { textSchema } from '../text-schema.ts'

/** What is charged for. A charge may have several files, one for each time its rates changed. */
const chargeSchema = z.enum([
  'acceptance',
  'acceptance-personality',
  'acceptance-other',
  'jurisdiction-objection',
  'payment-order',
  'execution',
  'preservation',
  'mediation-confirmation',
  'lawyer',
  'lawyer-cap',
])
export type Charge = z.infer<typeof chargeSchema>

const fen = z.int().nonnegative()
const rangeSchema = z.strictObject({ from: fen, to: fen }).refine((r) => r.from <= r.to, 'from is above to')

/** So much of what lies above `overFen`, up to the next slice: 25 thousandths are 2.5 %. */
const sliceSchema = z.strictObject({ overFen: z.int().positive(), perMille: z.int().positive() })

/** A tariff by slices: the base whatever the sum, then each slice by its rate, and never more than `mostFen`. */
const tariffSchema = z.strictObject({
  type: z.literal('tariff'),
  baseFen: rangeSchema,
  slices: z
    .array(sliceSchema)
    .refine(
      (slices) => slices.every(({ overFen }, i) => overFen > (slices[i - 1]?.overFen ?? 0)),
      'slices go from low to high',
    )
    .default([]),
  mostFen: fen.optional(),
  /** Where there is no sum to count from; default: the base. */
  withoutSumFen: rangeSchema.optional(),
})
export type Tariff = z.infer<typeof tariffSchema>

/** A part of another charge on the same sum: a third is `dividedBy: 3`. */
const partSchema = z.strictObject({ type: z.literal('part'), of: chargeSchema, dividedBy: z.int().min(2) })
/** What is said to be usual: a base and a percentage of what is won. */
const usualSchema = z.strictObject({ type: z.literal('usual'), baseFen: rangeSchema, percent: rangeSchema })
/** The most that may be taken: a percentage of what is won, for the part of it up to `upToFen`. */
const capSchema = z.strictObject({ type: z.literal('cap'), percent: z.int().positive(), upToFen: z.int().positive() })

/** What a court, or a lawyer, takes: the rates, who pays first and who bears it in the end. One file a charge and time. */
export const feeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  charge: chargeSchema,
  title: textSchema,
  standing: standingSchema,
  rate: z.discriminatedUnion('type', [tariffSchema, partSchema, usualSchema, capSchema]),
  /** Occasions that halve it; however many come together, it is halved once. */
  halved: z
    .array(z.strictObject({ when: textSchema, cites: z.array(z.string()).min(1) }))
    .min(1)
    .optional(),
  /** Who pays it first, and when. */
  paid: textSchema,
  /** Who bears it in the end. */
  borne: textSchema,
  /** Days from and to which these rates are in force; `null` when the text seen does not say, or they still are. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  cites: z.array(z.string()),
  ...provenance,
})
export type Fee = z.infer<typeof feeSchema>
