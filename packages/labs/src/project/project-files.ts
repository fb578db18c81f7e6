import type { Language } from '../texts';

export interface ProjectOptions {
  /** As npm wants it: lower case, no spaces. */
  name: string;
  /** Of each package that the project needs, the version it is given. */
  versions: Readonly<Record<string, string>>;
  language: Language;
}

/** The packages that a new project stands on. */
export const projectPackages = [
  '@tenlab/core',
  '@tenlab/layers',
  '@tenlab/callbacks',
  '@tenlab/checkpoint',
  '@tenlab/datasets',
  '@tenlab/sample-data',
  '@tensorflow/tfjs-core',
] as const;

/**
 * The files of a project of one's own: a network that trains on clothes, and is kept in a file that Keras opens.
 *
 * @example
 * Object.keys(projectFiles({ name: 'my-network', versions: {}, language: 'en' })); // ['package.json', 'train.js', …]
 */
export function projectFiles({ name, versions, language }: ProjectOptions): Record<string, string> {
  const manifest = {
    name,
    private: true,
    type: 'module',
    scripts: { start: 'node train.js' },
    engines: { node: '>=20.19.0' },
    dependencies: versions,
  };
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'train.js': language === 'zh' ? translated(train) : train,
    'README.md': language === 'zh' ? chineseReadme(name) : readme(name),
    '.gitignore': 'node_modules/\nmodel.keras\n',
  };
}

const train = `// Trains a small network and keeps it in a file. Change what you like: the data, the layers, the settings.
import { EarlyStopping, ProgressBar } from '@tenlab/callbacks';
import { saveModel } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import { fashionMnist } from '@tenlab/datasets';
import { Dense, Dropout, Flatten, Rescaling, Sequential } from '@tenlab/layers';

// The fastest backend that this machine has; the same seed gives the same network.
const { name, threads } = await useBackend();
setSeed(1);
console.log(\`Backend: \${name}, threads: \${threads}\`);

// Pictures of clothes, 28 x 28, and which of ten kinds each is.
const { train, test } = await fashionMnist();

// Pixels go from 0 to 255; the first layer brings them to 0 to 1.
const model = new Sequential([
  new Rescaling({ scale: 1 / 255, inputShape: [28, 28, 1] }),
  new Flatten(),
  new Dense({ units: 128, activation: 'relu' }),
  new Dropout({ rate: 0.2 }),
  new Dense({ units: 10, activation: 'softmax' }),
]);
model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', metrics: ['accuracy'] });
model.summary();

// A tenth is held back; training stops when it is no longer getting better on that part. \`npm start -- 20\` trains for 20 epochs.
const epochs = Number(process.argv[2] ?? 5);
await model.fit(train.x, train.y, {
  epochs,
  batchSize: 64,
  validationSplit: 0.1,
  callbacks: [new ProgressBar(), new EarlyStopping({ monitor: 'val_loss', patience: 2, restoreBestWeights: true })],
});

// How good is it on pictures it has never seen?
const { accuracy } = await model.evaluate(test.x, test.y, { returnDict: true, verbose: 0 });
console.log(\`Test accuracy: \${(100 * accuracy).toFixed(1)} %\`);

// Python's Keras opens this file: keras.models.load_model('model.keras')
await saveModel(model, 'model.keras');
console.log('Saved: model.keras');
process.exit(0);
`;

const chinese: readonly [english: string, chinese: string][] = [
  [
    'Trains a small network and keeps it in a file. Change what you like: the data, the layers, the settings.',
    '训练一个小网络并保存到文件。数据、各层、设置都可以随意修改。',
  ],
  [
    'The fastest backend that this machine has; the same seed gives the same network.',
    '本机最快的后端；种子相同，得到的网络就相同。',
  ],
  ['Pictures of clothes, 28 x 28, and which of ten kinds each is.', '28 x 28 的服装图片，以及每张属于十类中的哪一类。'],
  ['Pixels go from 0 to 255; the first layer brings them to 0 to 1.', '像素从 0 到 255，第一层把它们变到 0 到 1。'],
  [
    'A tenth is held back; training stops when it is no longer getting better on that part. `npm start -- 20` trains for 20 epochs.',
    '留出十分之一做验证，验证不再变好时就停止训练。`npm start -- 20` 训练 20 个轮次。',
  ],
  ['How good is it on pictures it has never seen?', '在从未见过的图片上有多好？'],
  ["Python's Keras opens this file:", 'Python 的 Keras 可以打开这个文件：'],
  ['Backend: ', '后端：'],
  ['threads: ', '线程：'],
  ['Test accuracy: ', '测试准确率：'],
  ['Saved: ', '已保存：'],
];

function translated(text: string): string {
  return chinese.reduce((result, [from, to]) => result.replace(from, to), text);
}

function readme(name: string): string {
  return `# ${name}

A network of my own, trained with [tenlab](https://www.npmjs.com/package/@tenlab/layers).

\`\`\`sh
npm install
npm start            # trains, tests, and writes model.keras
npm start -- 20      # for 20 epochs
\`\`\`

| file | what it is |
| --- | --- |
| \`train.js\` | data, network, training, test: the whole program |
| \`model.keras\` | the trained network, once there is one; Python's Keras opens it as well |

Where to go from here: other data (\`mnist\`, \`imdb\`, \`imageFolder\` of \`@tenlab/datasets\`), other layers (\`Conv2D\`,
\`MaxPooling2D\`), other callbacks (\`ModelCheckpoint\`, \`TensorBoard\`).
`;
}

function chineseReadme(name: string): string {
  return `# ${name}

我自己的网络，用 [tenlab](https://www.npmjs.com/package/@tenlab/layers) 训练。

\`\`\`sh
npm install
npm start            # 训练、测试，并写出 model.keras
npm start -- 20      # 训练 20 个轮次
\`\`\`

| 文件 | 内容 |
| --- | --- |
| \`train.js\` | 数据、网络、训练、测试：整个程序 |
| \`model.keras\` | 训练好的网络；Python 的 Keras 也能打开 |

接下来可以换数据（\`@tenlab/datasets\` 的 \`mnist\`、\`imdb\`、\`imageFolder\`）、换层（\`Conv2D\`、\`MaxPooling2D\`）、换回调（\`ModelCheckpoint\`、
\`TensorBoard\`）。
`;
}
