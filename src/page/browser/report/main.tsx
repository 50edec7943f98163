import { render } from 'preact';
import { Engine } from '../engine/engine.ts';
import { readDocument } from '../engine/read-document.ts';
import { ComparisonPage } from './comparison-page.tsx';
import { RunReportPage } from './run-report-page.tsx';

async function show(page: HTMLElement): Promise<void> {
  try {
    const report = await readDocument();
    page.textContent = '';
    const engine = new Engine();
    if (report.kind === 'run') render(<RunReportPage report={report} engine={engine} />, page);
    if (report.kind === 'compare') render(<ComparisonPage report={report} engine={engine} />, page);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    page.textContent = `This page is damaged and cannot be shown: ${reason}`;
  }
}

const page = document.getElementById('page');
if (page !== null) void show(page);
