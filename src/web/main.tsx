import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './style.css'

const root = document.getElementById('app')
if (root) createRoot(root).render(<StrictMode>有据</StrictMode>)
