import { resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** What the compiler says of modules in memory under the project's own options; no platform is known to them. */
export function strictMessagesOf(modules: Readonly<Record<string, string>>): Record<string, string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve(root, 'tsconfig.json'),
    { types: [] },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  if (config === undefined) throw new Error('The project has no tsconfig.json.');
  const fileOf = (name: string) => resolve(root, 'test/support', `${name}.ts`);
  const texts = new Map(Object.entries(modules).map(([name, text]) => [fileOf(name), text]));
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => texts.has(resolve(file)) || fileExists.call(host, file);
  host.readFile = (file) => texts.get(resolve(file)) ?? readFile.call(host, file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(resolve(file));
    return text === undefined
      ? getSourceFile.call(host, file, version, ...rest)
      : ts.createSourceFile(file, text, version, true);
  };
  const program = ts.createProgram([...texts.keys()], config.options, host);
  return Object.fromEntries(
    Object.keys(modules).map((name) => {
      const file = program.getSourceFile(fileOf(name));
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [
        name,
        found.map((one) => `TS${one.code} ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`),
      ];
    }),
  );
}
