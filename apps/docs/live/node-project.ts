import type { LabSources } from '../worker/protocol';
import type { LiveSettings } from './settings';

/** What the project is made of besides the lab's files. */
export interface ProjectOptions {
  lab: string;
  settings: LiveSettings;
  /** Versions by package, as this site was built with. */
  versions: Readonly<Record<string, string>>;
}

/**
 * A lab as a Node project, edited files included: `npm install && npm start` runs it with the settings of the page.
 *
 * @returns the files by their path
 */
export function nodeProject(sources: LabSources, { lab, settings, versions }: ProjectOptions): Map<string, string> {
  const { epochs, batchSize, limit, seed, learningRate } = settings;
  const folder = `tenlab-${lab}`;
  const manifest = {
    name: folder,
    private: true,
    type: 'module',
    scripts: { start: 'tsx run.ts' },
    dependencies: versions,
    devDependencies: { tsx: '^4.0.0' },
  };
  const given = Object.entries({ epochs, batchSize, limit, seed }).filter(([, value]) => value !== undefined);
  const run = `import { runLab } from '@tenlab/labs';
import { lab${learningRate === undefined ? '' : ' as asWritten'} } from './src/${sources.entry.replace(/\.ts$/, '')}';
${learningRate === undefined ? '' : withRate(learningRate)}
await runLab(
  lab,
  { settings: { ${given.map(([name, value]) => `${name}: ${value}`).join(', ')} } },
  {
    command: 'npm start --',
    emit: (event) => {
      if (event.event === 'text') console.log(event.text);
      else if (event.event !== 'figure' && event.event !== 'step') console.log(JSON.stringify(event));
    },
    keepWeights: async () => [],
    keep: async ({ story }) => {
      console.log(story.summary);
      return [];
    },
  },
);
`;
  const readme = `# ${lab}\n\n\`\`\`sh\nnpm install\nnpm start\n\`\`\`\n\nThe lab's own files are in \`src/labs\`. Node 20.19 or later.\n`;
  const files = new Map([
    [`${folder}/package.json`, `${JSON.stringify(manifest, undefined, 2)}\n`],
    [`${folder}/run.ts`, run],
    [`${folder}/README.md`, readme],
  ]);
  for (const [path, text] of Object.entries(sources.files)) files.set(`${folder}/src/${path}`, text);
  return files;
}

/** The page sets the rate of every model after it is built; so does the project. */
function withRate(rate: number): string {
  return `
const lab = {
  ...asWritten,
  model(context: Parameters<typeof asWritten.model>[0]) {
    const net = asWritten.model(context) as any;
    const models: any[] = typeof net.fit === 'function' ? [net] : Object.values(net);
    for (const { optimizer } of models) optimizer.learningRate = ${rate};
    return net;
  },
};
`;
}
