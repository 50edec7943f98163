import { render } from 'preact';
import { Engine } from '../engine/engine.ts';
import { readDocument } from '../engine/read-document.ts';
import { RunReportPage } from './run-report-page.tsx';

async function show(page: HTMLElement): Promise<void> {
  try {
    const report = await readDocument();
    page.textContent = '';
    if (report.kind === 'run') render(<RunReportPage report={report} engine={new Engine()} />, page);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    page.textContent = `This page is damaged and cannot be shown: ${reason}`;
  }
}

const page = document.getElementById('page');
if (page !== null) void show(page);
