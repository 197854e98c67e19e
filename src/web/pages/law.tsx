import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ProvisionPage } from '../../server/api/client.ts'
import { provisionQuery } from '../api/queries.ts'
import { Card } from '../parts/card.tsx'
import { Page } from '../parts/page.tsx'
import { Loaded } from '../parts/state.tsx'
import { useTexts } from '../texts/texts.tsx'

/** One provision: what it grants, whether it was in force, where it was read. */
export function LawPage() {
  const { ref } = useParams({ from: '/laws/$ref' })
  const { lang } = useTexts()
  return (
    <Loaded query={useQuery(provisionQuery(ref, lang))}>
      {({ pages }) => (
        <Page title={pages[0]?.cite ?? ref}>
          {pages.map((page) => (
            <Provision key={page.ref} page={page} />
          ))}
        </Page>
      )}
    </Loaded>
  )
}

function Provision({ page }: { readonly page: ProvisionPage }) {
  return (
    <Card title={page.title} className="my-3">
      <p>{typeof page.grants === 'string' ? page.grants : page.grants.text}</p>
    </Card>
  )
}
