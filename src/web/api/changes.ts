import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

export type Connection = 'open' | 'lost'

/** Follows what any tab, phone or command changes: what shows it is read anew. Tells whether the server is there. */
export function useChanges(): Connection {
  const client = useQueryClient()
  const [connection, setConnection] = useState<Connection>('open')
  useEffect(() => {
    let lost = false
    const source = new EventSource('/api/changes')
    source.addEventListener('hello', () => {
      setConnection('open')
      if (lost) void client.invalidateQueries()
      lost = false
    })
    source.addEventListener('case', ({ data }: MessageEvent<string>) => {
      const { caseId } = JSON.parse(data) as { caseId: string }
      for (const queryKey of [['case', caseId], ['cases'], ['due']]) void client.invalidateQueries({ queryKey })
    })
    source.onerror = () => {
      lost = true
      setConnection('lost')
    }
    return () => source.close()
  }, [client])
  return connection
}
