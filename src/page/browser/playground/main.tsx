import { render } from 'preact';
import { Engine } from '../engine/engine.ts';
import { readDocument } from '../engine/read-document.ts';
import { PlaygroundPage } from './playground-page.tsx';

async function show(page: HTMLElement): Promise<void> {
  try {
    const document = await readDocument();
    page.textContent = '';
    if (document.kind === 'playground')
      render(<PlaygroundPage document={document} engine={new Engine()} checker={new Engine()} />, page);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    page.textContent = `This page is damaged and cannot be shown: ${reason}`;
  }
}

const page = document.getElementById('page');
if (page !== null) void show(page);
