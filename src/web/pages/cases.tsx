import { Page } from '../parts/page.tsx'
import { useTexts } from '../texts/texts.tsx'

export function CasesPage() {
  const { t } = useTexts()
  return <Page title={t.app.cases}>{null}</Page>
}
