import type { Answers, PostedAnswer, PostedRequest, RequestName, Requests } from '../worker/messages.ts';

/** Hears how much of a request is done, 0 to 1. */
export type OnProgress = (done: number) => void;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress;
}

/** The engine as the page sees it: a worker that is started with the first request. */
export class Engine {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private requests = 0;

  /** Asks the worker for something; requests are answered in their order. */
  ask<Name extends RequestName>(
    name: Name,
    request: Requests[Name],
    onProgress: OnProgress = () => {},
  ): Promise<Answers[Name]> {
    this.worker ??= this.start();
    this.requests += 1;
    const id = this.requests;
    const posted = { id, name, request } as PostedRequest;
    const { worker } = this;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onProgress });
      worker.postMessage(posted);
    });
  }

  private start(): Worker {
    const code = document.getElementById('engine')?.textContent ?? '';
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.onmessage = ({ data }: MessageEvent<PostedAnswer>) => this.hear(data);
    worker.onerror = ({ message }) => this.fail(message === '' ? 'the engine did not start' : message);
    return worker;
  }

  private hear(posted: PostedAnswer): void {
    const request = this.waiting.get(posted.id);
    if (request === undefined) return;
    if (posted.type === 'progress') {
      request.onProgress(posted.done);
      return;
    }
    this.waiting.delete(posted.id);
    if (posted.type === 'answer') request.resolve(posted.answer as never);
    else request.reject(new Error(posted.message));
  }

  private fail(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(message));
    this.waiting.clear();
  }
}
