import { expect, it } from 'vitest';
import { languageOf } from './language';

it.each([
  [['--lang', 'zh', 'list'], {}, 'zh', ' --lang zh'],
  [['list', '--lang=en'], { LANG: 'zh_CN.UTF-8' }, 'en', ' --lang en'],
  [['list', '--lang'], { LANG: 'zh_CN.UTF-8' }, 'zh', ''],
  [['list', '--lang', 'xx'], {}, 'en', ''],
  [[], { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_GB.UTF-8' }, 'zh', ''],
  [[], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en', ''],
  [[], { LC_ALL: '', LANG: 'de_DE.UTF-8' }, 'en', ''],
])('at %j with %j speaks %s', (args, env, language, option) => {
  expect(languageOf(args, env)).toEqual({ language, option });
});
