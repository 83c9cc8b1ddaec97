import t from 'tap';
import { absolutePath, chooseDataFolder } from '../../src/config/paths.ts';

const HOME = '/home/zhang';
const unset = { option: undefined, file: null };

t.test('where nothing says otherwise, the data folder is where XDG puts data', async (t) => {
  t.equal(chooseDataFolder(unset, '/w', { HOME }), '/home/zhang/.local/share/docket');
  t.equal(chooseDataFolder(unset, '/w', { HOME, XDG_DATA_HOME: '/srv/data' }), '/srv/data/docket');
});

t.test('a relative XDG_DATA_HOME is ignored, as its specification asks', async (t) => {
  t.equal(chooseDataFolder(unset, '/w', { HOME, XDG_DATA_HOME: 'data' }), '/home/zhang/.local/share/docket');
});

t.test('option, then variable, then file', async (t) => {
  const env = { HOME, DOCKET_DATA: 'var' };
  t.equal(chooseDataFolder({ option: 'opt', file: '/file' }, '/w', env), '/w/opt');
  t.equal(chooseDataFolder({ option: undefined, file: '/file' }, '/w', env), '/w/var');
  t.equal(chooseDataFolder({ option: undefined, file: '/file' }, '/w', { HOME }), '/file');
});

t.test('a path is absolute, from the home folder, or from the base', async (t) => {
  t.equal(absolutePath('/a/../b', '/w', { HOME }), '/b');
  t.equal(absolutePath('~/b', '/w', { HOME }), '/home/zhang/b');
  t.equal(absolutePath('~', '/w', { HOME }), '/home/zhang');
  t.equal(absolutePath('~b', '/w', { HOME }), '/w/~b');
  t.equal(absolutePath('b/c', '/w', { HOME }), '/w/b/c');
});
