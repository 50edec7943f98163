import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import {
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const SERVER = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

/** Red Hat's YAML language server, as editors start it: a process that is talked to over stdio. */
export class LanguageServer {
  private readonly process: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  private documents = 0;

  private constructor() {
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = this.process;
    if (stdout === null || stdin === null) throw new Error('the server has no pipes');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
  }

  /**
   * Starts a server.
   *
   * @param schemas the addresses of schemas, each with the pattern of the files that it is for
   */
  static async start(schemas: Readonly<Record<string, string>>): Promise<LanguageServer> {
    const server = new LanguageServer();
    const { connection, waiting } = server;
    const settings = {
      yaml: { schemas, schemaStore: { enable: false }, validate: true, hover: true, completion: true },
    };
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      waiting.get(uri)?.(diagnostics);
      waiting.delete(uri);
    });
    const configured = new Promise<void>((resolve) => {
      connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) => {
        resolve();
        return items.map(({ section }) => (section === 'yaml' ? settings.yaml : {}));
      });
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        },
      },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await configured;
    // It takes its settings before it looks at a document.
    await server.diagnose('title: first\n');
    return server;
  }

  /**
   * What is wrong with a text, as the editor underlines it.
   *
   * @param address where the text is, for what it says of files near it
   */
  async diagnose(text: string, address = this.newAddress('scenario')): Promise<Diagnostic[]> {
    const diagnostics = new Promise<Diagnostic[]>((resolve) => this.waiting.set(address, resolve));
    await this.open(address, text);
    return diagnostics;
  }

  /** The Markdown that is shown at the mark `|` of a text. */
  async hover(marked: string, name = 'scenario'): Promise<string> {
    const [uri, position] = await this.openMarked(marked, name);
    const hover = await this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }

  /** What is offered at the mark `|` of a text. */
  async complete(marked: string, name = 'scenario'): Promise<CompletionItem[]> {
    const [uri, position] = await this.openMarked(marked, name);
    const list = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return Array.isArray(list) ? list : (list?.items ?? []);
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill();
  }

  private async openMarked(marked: string, name: string): Promise<[uri: string, position: Position]> {
    const uri = this.newAddress(name);
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    await this.open(uri, marked.replace('|', ''));
    return [uri, { line: before.length - 1, character: before.at(-1)?.length ?? 0 }];
  }

  private newAddress(name: string): string {
    return `file:///estate/${++this.documents}/${name}.yaml`;
  }

  private open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }
}
