import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { purchasesQuery } from '../../api/queries.ts'
import { buttonLook } from '../../parts/button.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CaseLine } from '../cases/case-line.tsx'
import { AddPurchase } from './add-purchase.tsx'

/** What was bought, before anything is wrong with it; and the way to the check before buying. */
export function PurchasesPage() {
  const { t, lang } = useTexts()
  const words = t.purchases
  const query = useQuery(purchasesQuery(lang))
  return (
    <Page title={words.title}>
      <p className="text-soft">{words.lead}</p>
      <p className="my-3">
        <Link to="/purchases/check" className={buttonLook('plain')}>
          {words.check}
        </Link>
      </p>
      <AddPurchase />
      <Loaded query={query}>
        {({ cases }) =>
          cases.length === 0 ? (
            <Empty title={words.none}>{words.noneWhy}</Empty>
          ) : (
            <ul className="grid gap-3">
              {cases.map((row) => (
                <li key={row.caseId}>
                  <CaseLine row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
