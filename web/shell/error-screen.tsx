// What is shown when a screen broke: that it was our fault, what to do, and the words to report.
import type { ErrorComponentProps } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  return (
    <EmptyState
      level={1}
      icon={<BellOff size={20} aria-hidden />}
      title="This screen broke"
      says="Nothing you did is lost: changes are saved as you make them. Try again; if it stays broken, report the words below."
      act={
        <>
          <Button onClick={() => window.location.reload()}>Reload the page</Button>
          <Button look="primary" onClick={reset}>
            Try again
          </Button>
        </>
      }
      example={
        <CodeBlock label="What went wrong" value={error instanceof Error ? error.message : String(error)} />
      }
    />
  );
}
