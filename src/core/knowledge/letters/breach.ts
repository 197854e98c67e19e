import { z } from 'zod'
import { conditionSchema } from '../condition.ts'
import { provenance } from '../provenance.ts'

/** A breach by the trader that can be reported to the regulator. It says nothing of what the consumer can claim. One file a breach. */
export const breachSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What the trader is suspected of, as a report says it (Chinese, no stop): 销售假冒商品. */
  does: z.string(),
  /** Facts of the case, and `right.ID` for the verdict on a right. */
  when: conditionSchema,
  /** The provisions of administrative law that forbid it. */
  cites: z.array(z.string()).min(1),
  /** Fact whose day decides which version of the law counts. */
  dayOf: z.string().default('order.paid-on'),
  ...provenance,
})
export type Breach = z.infer<typeof breachSchema>
