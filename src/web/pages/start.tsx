import { Page } from '../parts/page.tsx'
import { useTexts } from '../texts/texts.tsx'

export function StartPage() {
  const { t } = useTexts()
  return <Page title={t.start.title}>{t.start.lead}</Page>
}
