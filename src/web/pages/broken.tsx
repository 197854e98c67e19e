import { Button } from '../parts/button.tsx'
import { Page } from '../parts/page.tsx'
import { useTexts } from '../texts/texts.tsx'

/** A page that could not be loaded or drawn: mostly the program is not running, or was exchanged for a newer one. */
export function Broken() {
  const { t } = useTexts()
  return (
    <Page title={t.state.failed}>
      <p className="my-3">{t.state.brokenWhy}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t.state.retry}
      </Button>
    </Page>
  )
}
