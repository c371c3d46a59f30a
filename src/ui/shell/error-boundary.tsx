import type { ComponentChildren } from 'preact';
import { Component } from 'preact';
import { shellWords } from '../../game/words/shell.ts';
import { Button } from '../common/button.tsx';

interface Props {
  readonly children: ComponentChildren;
  readonly onHome: () => void;
}

/** What a reader sees if a screen breaks: one sentence, and a way on. The run is in storage already. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ broken: true });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const home = (): void => {
      this.setState({ broken: false });
      this.props.onHome();
    };
    return (
      <main class="broken">
        <h1>{shellWords.broken.title}</h1>
        <p>{shellWords.broken.says}</p>
        <Button kind="primary" onPress={home}>
          {shellWords.broken.home}
        </Button>
      </main>
    );
  }
}
