/** What Vite puts in place of `import.meta.env`. */
interface ImportMeta {
  readonly env: { readonly BASE_URL: string; readonly PROD: boolean; readonly SSR: boolean };
}

declare const __TENLAB_VERSIONS__: Readonly<Record<string, string>>;

declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent<object, object, unknown>;
  export default component;
}
