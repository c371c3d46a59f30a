export function bundle(
  name: string,
  entries: Readonly<Record<string, string>>,
  ssr: { readonly noExternal?: true; readonly external?: string[] },
  finish?: (folder: string) => Promise<void>,
): Promise<string>;
