declare module '*.svg' {
  const source: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives a text file as the default export
  export default source;
}

declare module '*.css';
