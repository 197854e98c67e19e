import { Link } from '@tanstack/react-router'
import { buttonLook } from '../parts/button.tsx'
import { Page } from '../parts/page.tsx'
import { useTexts } from '../texts/texts.tsx'

export function NotFound() {
  const { t } = useTexts()
  return (
    <Page title={t.state.notFound}>
      <Link to="/" className={buttonLook('primary')}>
        {t.state.home}
      </Link>
    </Page>
  )
}
