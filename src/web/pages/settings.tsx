import { Page } from '../parts/page.tsx'
import { useTexts } from '../texts/texts.tsx'

export function SettingsPage() {
  const { t } = useTexts()
  return <Page title={t.app.settings}>{null}</Page>
}
