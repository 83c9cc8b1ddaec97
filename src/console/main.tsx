import './look/base.css';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** The dock's screen must be there at once: it brings nothing of the other pages. */
async function wanted(): Promise<ComponentType<{ thing: string | null }>> {
  if (location.pathname === '/dock') return (await import('./pages/dock/page.tsx')).default;
  return (await import('./console.tsx')).Console;
}

const place = document.getElementById('app');
if (place !== null) {
  const Page = await wanted();
  createRoot(place).render(
    <StrictMode>
      <Page thing={null} />
    </StrictMode>,
  );
}
