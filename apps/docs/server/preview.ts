// `pnpm docs:preview`: the built site with the headers of a good host.
import { fileURLToPath } from 'node:url';
import { serveSite } from './serve-site';

const folder = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));
const { url } = await serveSite({ folder, port: 4173 });
process.stdout.write(`${url}\n`);
