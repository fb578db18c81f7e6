import { labPages } from '../../build/lab-pages';

export default { paths: () => labPages('en') };
